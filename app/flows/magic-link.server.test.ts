import type { AppLoadContext } from '@remix-run/node';
import { expect, test } from 'vitest';
import { sha256 } from '~/auth/digest.server';
import { loginSessions, mails, oneTimeTokens, personMerges, type people } from '~/db/schema.server';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { askMagicLink, LINK_MINUTES } from './ask-magic-link.server';
import { enterByLink } from './enter-by-link.server';

const MINUTE_MS = 60_000;
const after = (ms: number) => new Date(AT.getTime() + ms);
const EMAIL = 'Hanako@example.jp';
const KEY = 'hanako@example.jp';

function setUp() {
  const store = openTestStore();
  return {
    store,
    origin: 'https://tsunagu.example.jp',
    secret: 'x'.repeat(32),
    clientAddress: '192.0.2.1',
  } as AppLoadContext;
}

const request = new Request('https://tsunagu.example.jp/', {
  headers: { 'User-Agent': 'Mozilla/5.0' },
});

async function sentLink({ store }: AppLoadContext): Promise<string> {
  const bodies = await store.read.select({ body: mails.body }).from(mails);
  const token = /\/sign-in\/link\/([0-9a-f]{64})/.exec(bodies.at(-1)!.body)?.[1];
  if (!token) throw new Error('no link was sent');
  return token;
}

function enter(
  context: AppLoadContext,
  token: string,
  over: { visit?: string; chosen?: string; at?: Date } = {},
) {
  const { visit = 'one', chosen = null, at = after(MINUTE_MS) } = over;
  return enterByLink(context, { token, visit, chosen, request, shared: false, at });
}

test('whoever has an account is sent a link, which lets her in once', async () => {
  const context = setUp();
  const { id } = await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
  expect(await askMagicLink(context, { email: ' ＨＡＮＡＫＯ@example.jp', at: AT })).toEqual({
    ok: true,
  });
  const [mail] = await context.store.read.select().from(mails);
  expect(mail).toMatchObject({ toAddress: EMAIL, kind: 'magic-link' });
  expect(mail!.body).toContain('12:10');
  const token = await sentLink(context);
  const [kept] = await context.store.read.select().from(oneTimeTokens);
  expect(kept!.tokenHash).toBe(sha256(token));
  expect(JSON.stringify(kept)).not.toContain(token);

  const entered = await enter(context, token);
  expect(entered).toMatchObject({ ok: true, started: { personId: id } });
  const [session] = await context.store.read.select().from(loginSessions);
  expect(session).toMatchObject({ personId: id, way: 'magic-link' });
  expect(await enter(context, token, { visit: 'another page' })).toEqual({
    ok: false,
    reason: 'gone',
  });
});

test('for an address that nobody has, the same rows are written and nothing is sent', async () => {
  const [known, unknown] = [setUp(), setUp()];
  await makePerson(known.store.read, { email: EMAIL, emailKey: KEY });
  const answers = [];
  for (const context of [known, unknown]) {
    answers.push(await askMagicLink(context, { email: EMAIL, at: AT }));
  }
  expect(answers[0]).toEqual(answers[1]);
  const counts = async ({ store }: AppLoadContext) => [
    (await store.read.select().from(mails)).length,
    (await store.read.select().from(oneTimeTokens)).length,
  ];
  expect(await counts(known)).toEqual(await counts(unknown));
  const [none] = await unknown.store.read.select().from(mails);
  expect(none).toMatchObject({ kind: 'none', body: '', toAddress: 'nobody@invalid' });
});

test('the link goes to the address as it was registered, not to one that looks like it', async () => {
  const context = setUp();
  await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
  await askMagicLink(context, { email: 'hana\u212Ao@example.jp', at: AT });
  expect((await context.store.read.select().from(mails))[0]!.toAddress).toBe(EMAIL);
});

test('somebody erased, without an account or with an address no mail can have is sent nothing', async () => {
  for (const over of [
    { erasedAt: AT },
    { registeredAt: null },
    { email: 'a,b@example.jp' },
  ] as Partial<typeof people.$inferInsert>[]) {
    const context = setUp();
    await makePerson(context.store.read, { email: EMAIL, emailKey: KEY, ...over });
    await askMagicLink(context, { email: EMAIL, at: AT });
    expect((await context.store.read.select().from(mails))[0]!.kind).toBe('none');
  }
});

test.each([
  ['9:59', LINK_MINUTES * MINUTE_MS - 1000, true],
  ['10:00', LINK_MINUTES * MINUTE_MS, false],
  ['10:01', LINK_MINUTES * MINUTE_MS + 1000, false],
])('a link opened after %s minutes', async (_time, ms, isGood) => {
  const context = setUp();
  await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
  await askMagicLink(context, { email: EMAIL, at: AT });
  const entered = await enter(context, await sentLink(context), { at: after(ms) });
  expect(entered.ok).toBe(isGood);
});

test('a button pressed twice is one login, and the one that answers last holds', async () => {
  const context = setUp();
  await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
  await askMagicLink(context, { email: EMAIL, at: AT });
  const token = await sentLink(context);
  const [first, second] = await Promise.all([enter(context, token), enter(context, token)]);
  expect([first.ok, second.ok]).toEqual([true, true]);
  const sessions = await context.store.read.select().from(loginSessions);
  expect(sessions).toHaveLength(1);
  expect(second).toMatchObject({ started: { sessionHash: sessions[0]!.idHash } });
  expect(await enter(context, token, { at: after(3 * MINUTE_MS) })).toMatchObject({ ok: false });
});

test('two browsers at once: one comes in', async () => {
  const context = setUp();
  await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
  await askMagicLink(context, { email: EMAIL, at: AT });
  const token = await sentLink(context);
  const entered = await Promise.all(
    ['one', 'two', 'three'].map((visit) => enter(context, token, { visit })),
  );
  expect(entered.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await context.store.read.select().from(loginSessions)).toHaveLength(1);
});

test('a family that shares a mailbox says who comes in, and the link stays good until then', async () => {
  const context = setUp();
  const { read } = context.store;
  await makePerson(read, { email: EMAIL, emailKey: KEY });
  const child = await makePerson(read, { email: EMAIL, emailKey: KEY });
  const stranger = await makePerson(read, { email: 'a@example.jp', emailKey: 'a@example.jp' });
  await askMagicLink(context, { email: EMAIL, at: AT });
  const token = await sentLink(context);
  for (const chosen of [undefined, stranger.id, 'nobody']) {
    expect(await enter(context, token, { chosen })).toEqual({ ok: false, reason: 'choose' });
  }
  const entered = await enter(context, token, { chosen: child.id });
  expect(entered).toMatchObject({ ok: true, started: { personId: child.id } });
});

test('two merged records of one person are one choice', async () => {
  const context = setUp();
  const { read } = context.store;
  const kept = await makePerson(read, { email: EMAIL, emailKey: KEY });
  const merged = await makePerson(read, { email: EMAIL, emailKey: KEY });
  await read.insert(personMerges).values({
    id: 'm',
    keptId: kept.id,
    mergedId: merged.id,
    mergedBy: 'officer',
    mergedAt: AT,
  });
  await askMagicLink(context, { email: EMAIL, at: AT });
  const entered = await enter(context, await sentLink(context));
  expect(entered).toMatchObject({ ok: true, started: { personId: kept.id } });
});

test('an invented link, and one for something else, let nobody in', async () => {
  const context = setUp();
  await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
  expect(await enter(context, 'f'.repeat(64))).toEqual({ ok: false, reason: 'gone' });
  await context.store.read.insert(oneTimeTokens).values({
    tokenHash: sha256('other'),
    purpose: 'passkey',
    detail: { emailKey: KEY },
    createdAt: AT,
    expiresAt: after(LINK_MINUTES * MINUTE_MS),
  });
  expect(await enter(context, 'other')).toEqual({ ok: false, reason: 'gone' });
});

test('three links in a quarter of an hour for one mailbox, whoever asks, known or not', async () => {
  for (const email of [EMAIL, 'nobody@example.jp']) {
    const context = setUp();
    await makePerson(context.store.read, { email: EMAIL, emailKey: KEY });
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      const from = { ...context, clientAddress: address };
      expect((await askMagicLink(from, { email, at: AT })).ok).toBe(true);
    }
    const ends = after(15 * MINUTE_MS);
    expect(await askMagicLink(context, { email, at: after(MINUTE_MS) })).toEqual({
      ok: false,
      retryAt: ends,
    });
    expect((await askMagicLink(context, { email, at: ends })).ok).toBe(true);
  }
});
