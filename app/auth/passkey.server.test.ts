import { beforeEach, expect, test } from 'vitest';
import { auditLog, passkeys, personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { keepPasskey, PASSKEYS_MAX } from '~/domain/entry/keep-passkey.server';
import { AT, makePerson } from '../../tests/factories';
import { SoftPasskey } from '../../tests/soft-passkey';
import { openTestStore } from '../../tests/test-store';
import { readRegisteredAnswer, readShownAnswer } from './passkey-answer';
import type { PasskeyUse } from './passkey-challenge.server';
import { registrationOptions, showingOptions } from './passkey-options.server';
import { registerPasskey } from './register-passkey.server';
import { showPasskey } from './show-passkey.server';

const ORIGIN = 'https://tsunagu.example.jp';
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(AT.getTime() + minutes * MINUTE_MS);

let store: Store;
let context: { store: Store; origin: string };
let personId: string;
let device: SoftPasskey;

beforeEach(async () => {
  store = openTestStore();
  context = { store, origin: ORIGIN };
  personId = (await makePerson(store.read)).id;
  device = new SoftPasskey(ORIGIN, personId);
});

const from = (cookie: string) => new Request(ORIGIN, { headers: { Cookie: cookie } });

/** A challenge, and the browser that asked for it. */
async function ask(use: PasskeyUse, whom = personId) {
  const visitor = { personId: whom, name: '髙﨑 𠮷美', number: '100000000017' };
  const { options, setCookie } =
    use === 'register'
      ? await registrationOptions(from(''), context, { visitor, serviceName: 'つなぐ', at: AT })
      : await showingOptions(from(''), context, {
          personId: use === 'second' ? whom : null,
          at: AT,
        });
  expect(setCookie).toMatch(
    /^__Host-passkey=[0-9a-f]{64}; Path=\/; .*HttpOnly; SameSite=Strict; Secure$/,
  );
  return { challenge: options.challenge, request: from(setCookie.split(';')[0]!), options };
}

type Asked = Awaited<ReturnType<typeof ask>>;

const register = ({ request }: Asked, text: string, whom = personId) =>
  registerPasskey(request, context, {
    personId: whom,
    answer: readRegisteredAnswer(text)!,
    label: 'わたしの端末',
    at: AT,
  });

const show = ({ request }: Asked, text: string, whom: string | null = null, at = AT) =>
  showPasskey(request, context, { answer: readShownAnswer(text)!, personId: whom, at });

async function registered(): Promise<void> {
  const asked = await ask('register');
  expect(await register(asked, device.made(asked))).toEqual({ ok: true });
}

const actions = async () => (await store.read.select().from(auditLog)).map(({ action }) => action);

test('a passkey is kept once it was made here, and says who comes back', async () => {
  await registered();
  const [row] = await store.read.select().from(passkeys);
  expect(row).toMatchObject({
    personId,
    label: 'わたしの端末',
    counter: 0,
    transports: ['internal'],
  });
  const asked = await ask('sign-in');
  expect(await show(asked, device.shown(asked))).toEqual({ ok: true, personId });
  const [used] = await store.read.select().from(passkeys);
  expect(used).toMatchObject({ counter: 1, lastUsedAt: AT });
  expect(await actions()).toEqual(['passkey.register']);
});

test('what a device is told of her is her random id, her number and, for herself, her name', async () => {
  const { options } = await ask('register');
  expect('user' in options && options.user).toEqual({
    id: Buffer.from(personId).toString('base64url'),
    name: '100000000017',
    displayName: '髙﨑 𠮷美',
  });
  expect(options).toMatchObject({
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
});

test('an answer is good once', async () => {
  await registered();
  const asked = await ask('sign-in');
  const answer = device.shown(asked);
  expect((await show(asked, answer)).ok).toBe(true);
  expect(await show(asked, answer)).toEqual({ ok: false, reason: 'expired' });
});

test('an answer is good for five minutes, in the browser that asked, for what was asked', async () => {
  await registered();
  const late = await ask('sign-in');
  expect(await show(late, device.shown(late), null, later(5))).toMatchObject({ reason: 'expired' });
  const asked = await ask('sign-in');
  const stranger = { ...asked, request: from(`__Host-passkey=${'a'.repeat(64)}`) };
  expect(await show(stranger, device.shown(asked))).toMatchObject({ reason: 'expired' });
  expect(await show({ ...asked, request: from('') }, device.shown(asked))).toMatchObject({
    reason: 'expired',
  });
  expect(await show(asked, device.shown(asked), personId)).toMatchObject({ reason: 'expired' });
  expect((await show(asked, device.shown(asked))).ok).toBe(true);
});

test('an answer that was made for another site, another host or without opening the lock is refused', async () => {
  await registered();
  for (const claimed of [
    { origin: 'https://tsunagu.example.jp.evil.example' },
    { origin: 'http://tsunagu.example.jp' },
    { rpId: 'evil.example' },
    { verified: false },
  ]) {
    const asked = await ask('sign-in');
    const text = device.shown({ ...claimed, challenge: asked.challenge });
    expect(await show(asked, text), JSON.stringify(claimed)).toEqual({
      ok: false,
      reason: 'refused',
    });
    const anew = await ask('register');
    const other = new SoftPasskey(ORIGIN, personId);
    const made = other.made({ ...claimed, challenge: anew.challenge });
    expect(await register(anew, made)).toEqual({ ok: false, reason: 'refused' });
  }
  expect(await store.read.select().from(passkeys)).toHaveLength(1);
});

test('a signature over something else is refused and counts nothing', async () => {
  await registered();
  const asked = await ask('sign-in');
  expect(await show(asked, device.shown(asked, { forged: true }))).toMatchObject({
    reason: 'refused',
  });
  const [row] = await store.read.select().from(passkeys);
  expect(row).toMatchObject({ counter: 0, lastUsedAt: null });
});

test('a counter that goes back is refused and written down; a forged one is not', async () => {
  await registered();
  device.counter = 10;
  const first = await ask('sign-in');
  expect((await show(first, device.shown(first))).ok).toBe(true);
  for (const [counter, forged, reason] of [
    [10, false, 'copied'],
    [4, false, 'copied'],
    [4, true, 'refused'],
  ] as const) {
    device.counter = counter;
    const asked = await ask('sign-in');
    expect(await show(asked, device.shown(asked, { forged }))).toEqual({ ok: false, reason });
  }
  const back = (await store.read.select().from(auditLog)).filter(
    ({ action }) => action === 'passkey.counter-back',
  );
  expect(back.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
    [personId, { kept: 11, shown: 11 }],
    [personId, { kept: 11, shown: 5 }],
  ]);
});

test('a passkey without a counter may be shown again and again', async () => {
  await registered();
  for (let i = 0; i < 3; i += 1) {
    device.counter = -1;
    const asked = await ask('sign-in');
    expect((await show(asked, device.shown(asked))).ok).toBe(true);
  }
});

test('the second step takes her own passkey only', async () => {
  await registered();
  const other = (await makePerson(store.read)).id;
  const asked = await ask('second', other);
  expect(await show(asked, device.shown(asked), other)).toEqual({ ok: false, reason: 'unknown' });
  const own = await ask('second');
  expect('allowCredentials' in own.options && own.options.allowCredentials).toMatchObject([
    { id: device.id },
  ]);
  expect(await show(own, device.shown(own), personId)).toEqual({ ok: true, personId });
});

test('a passkey that names somebody else than its holder, or nobody, does not sign in', async () => {
  await registered();
  const asked = await ask('sign-in');
  const answer = JSON.parse(device.shown(asked)) as { response: { userHandle?: string } };
  answer.response.userHandle = Buffer.from('somebody-else').toString('base64url');
  expect(await show(asked, JSON.stringify(answer))).toMatchObject({ reason: 'refused' });
  const again = await ask('sign-in');
  const nameless = JSON.parse(device.shown(again)) as { response: { userHandle?: string } };
  delete nameless.response.userHandle;
  expect(await show(again, JSON.stringify(nameless))).toMatchObject({ reason: 'refused' });
});

test('a passkey of a record that was merged leads to the record that was kept', async () => {
  await registered();
  const kept = (await makePerson(store.read)).id;
  const merge = { keptId: kept, mergedId: personId, mergedBy: 'officer', mergedAt: AT };
  await store.read.insert(personMerges).values({ id: 'merge', ...merge });
  const asked = await ask('sign-in');
  expect(await show(asked, device.shown(asked))).toEqual({ ok: true, personId: kept });
});

test('a passkey is registered once, for one person, and not with certificates', async () => {
  const certified = await ask('register');
  expect(await register(certified, device.made(certified, { certificates: true }))).toEqual({
    ok: false,
    reason: 'refused',
  });
  await registered();
  const other = (await makePerson(store.read)).id;
  const asked = await ask('register', other);
  expect(await register(asked, device.made(asked), other)).toEqual({ ok: false, reason: 'known' });
  const foreign = await ask('register');
  expect(await register(foreign, device.made(foreign), other)).toMatchObject({ reason: 'expired' });
  const [row] = await store.read.select().from(passkeys);
  expect(row?.personId).toBe(personId);
});

test('there is an end to how many passkeys somebody keeps', async () => {
  for (let i = 0; i < PASSKEYS_MAX; i += 1) {
    const row = {
      personId,
      publicKey: 'x',
      counter: 0,
      transports: [],
      label: 'x',
      backedUp: false,
    };
    expect(await keepPasskey(store.read, { id: `key-${i}`, ...row, at: AT })).toEqual({ ok: true });
  }
  const asked = await ask('register');
  expect(await register(asked, device.made(asked))).toEqual({ ok: false, reason: 'too-many' });
});

test('what is not an answer is not read', () => {
  for (const text of [null, '', '{', '[]', '"x"', '{"id":"x"}', 'null', '{"id":"","rawId":""}']) {
    expect(readShownAnswer(text)).toBeNull();
    expect(readRegisteredAnswer(text)).toBeNull();
  }
  const long = JSON.stringify({ id: 'x'.repeat(2000), rawId: 'x', type: 'public-key' });
  expect(readShownAnswer(long)).toBeNull();
});
