import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { authenticators, loginSessions, rateLimits, recoveryCodes } from '~/db/schema.server';
import { keepAuthenticator } from '~/domain/entry/keep-authenticator.server';
import { removeAuthenticator } from '~/domain/entry/remove-authenticator.server';
import { resetSecondFactor } from '~/domain/entry/reset-second-factor.server';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { giveRecoveryCodes } from './recovery-codes.server';
import { isFresh, showSecondFactor } from './second-factor.server';
import { startSession } from './session.server';
import { codeOfStep, newTotpSecret, stepAt } from './totp';
import { openTotpSecret, sealTotpSecret } from './totp-secret.server';

const SECRET = 'c'.repeat(32);
const OLDER = 'o'.repeat(32);
const STEP_MS = 30_000;
const later = (ms: number) => new Date(AT.getTime() + ms);

async function setUp({ sealedWith = SECRET } = {}) {
  const store = openTestStore();
  const context = {
    store,
    secret: SECRET,
    olderSecrets: [OLDER],
    clientAddress: '192.0.2.7',
  };
  const { id: personId } = await makePerson(store.read);
  const secret = newTotpSecret();
  const sealed = sealTotpSecret({ secret: sealedWith }, { personId, secret });
  await keepAuthenticator(store.read, { personId, ...sealed, step: 0, at: AT });
  const code = (steps: number) => codeOfStep(secret, stepAt(AT) + steps);
  const show = (typed: string, at = AT) => showSecondFactor(context, { personId, typed, at });
  return { context, store, personId, secret, sealed, code, show };
}

test('gives the codes of RFC 6238', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeOfStep(secret, stepAt(new Date(59_000)))).toBe('287082');
  expect(codeOfStep(secret, stepAt(new Date(1_111_111_109_000)))).toBe('081804');
  expect(codeOfStep(secret, stepAt(new Date(20_000_000_000_000)))).toBe('353130');
});

test.each([
  [-2, false],
  [-1, true],
  [0, true],
  [1, true],
  [2, false],
])('the code of %i steps from now: %s', async (steps, ok) => {
  const { show, code } = await setUp();
  expect((await show(code(steps))).ok).toBe(ok);
});

test('full width and spaces are forgiven', async () => {
  const { show, code } = await setUp();
  const wide = code(0).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  expect(await show(` ${wide.slice(0, 3)} ${wide.slice(3)}`)).toEqual({ ok: true, by: 'code' });
});

test('no code is taken twice, nor one from before a code that was taken', async () => {
  const { show, code } = await setUp();
  expect(await show(code(0))).toMatchObject({ ok: true });
  expect(await show(code(0))).toEqual({ ok: false, reason: 'used' });
  expect(await show(code(-1))).toEqual({ ok: false, reason: 'used' });
  expect(await show(code(1), later(STEP_MS))).toMatchObject({ ok: true });
});

test('of two sign-ins at once with one code, one gets in', async () => {
  const { show, code } = await setUp();
  const shown = await Promise.all([show(code(0)), show(code(0)), show(code(0))]);
  expect(shown.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a right code starts the count anew; wrong ones are asked to rest until a time that is named', async () => {
  const { show, code, store } = await setUp();
  for (let tries = 0; tries < 4; tries += 1) {
    expect(await show('000000')).toEqual({ ok: false, reason: 'wrong' });
  }
  expect(await show(code(0))).toMatchObject({ ok: true });
  for (let tries = 0; tries < 5; tries += 1) await show('AAAA-AAAA-AAAA', later(1000));
  const retryAt = later(1000 + 15 * 60_000);
  expect(await show(code(1), later(2000))).toEqual({ ok: false, reason: 'slow-down', retryAt });
  expect(await show(code(30), later(30 * STEP_MS))).toMatchObject({ reason: 'slow-down' });
  expect(await show(code(31), later(31 * STEP_MS))).toMatchObject({ ok: true });
  expect(JSON.stringify(await store.read.select().from(rateLimits))).not.toContain('192.0.2.7');
});

test('guesses from many addresses are counted for the person too', async () => {
  const { context, personId } = await setUp();
  const from = (clientAddress: string) =>
    showSecondFactor({ ...context, clientAddress }, { personId, typed: '000000', at: AT });
  for (let i = 0; i < 20; i += 1) {
    expect(await from(`192.0.2.${i}`)).toEqual({ ok: false, reason: 'wrong' });
  }
  expect(await from('192.0.2.200')).toMatchObject({ reason: 'slow-down' });
});

test('somebody without an authenticator is answered as with a wrong code', async () => {
  const { context, store } = await setUp();
  const { id: personId } = await makePerson(store.read);
  expect(await showSecondFactor(context, { personId, typed: '123456', at: AT })).toEqual({
    ok: false,
    reason: 'wrong',
  });
});

test('the stored secret is sealed for its person; an older key opens it and the present one seals it anew', async () => {
  const { context, store, personId, secret, sealed, show, code } = await setUp({
    sealedWith: OLDER,
  });
  expect(JSON.stringify(sealed)).not.toContain(secret);
  expect(openTotpSecret(context, { personId, ...sealed })).toEqual({ secret, isOld: true });
  expect(() => openTotpSecret(context, { personId: 'another', ...sealed })).toThrow();
  expect(openTotpSecret({ ...context, olderSecrets: [] }, { personId, ...sealed })).toBeNull();
  expect(await show(code(0))).toMatchObject({ ok: true });
  const [row] = await store.read.select().from(authenticators);
  expect(row!.keyId).not.toBe(sealed.keyId);
  expect(openTotpSecret({ ...context, olderSecrets: [] }, row!)).toEqual({ secret, isOld: false });
});

test('each of ten recovery codes is good once, in any spelling; new ones end the old', async () => {
  const { context, store, personId, show } = await setUp();
  const give = () =>
    store.tx((db) => giveRecoveryCodes({ secret: OLDER }, db, { personId, at: AT }));
  const codes = await give();
  expect(new Set(codes).size).toBe(10);
  const rows = await store.read.select().from(recoveryCodes);
  expect(JSON.stringify(rows)).not.toContain(codes[0]);
  const spelt = `${codes[0]!.slice(0, 6).toLowerCase()} - ${codes[0]!.slice(6)}`;
  expect(await show(spelt)).toEqual({ ok: true, by: 'recovery-code' });
  expect(await show(codes[0]!)).toEqual({ ok: false, reason: 'wrong' });
  const fresh = await give();
  expect(await show(codes[1]!)).toEqual({ ok: false, reason: 'wrong' });
  expect(await show(fresh[1]!)).toMatchObject({ ok: true });
  const { id: another } = await makePerson(store.read);
  const stolen = { personId: another, typed: fresh[2]!, at: AT };
  expect(await showSecondFactor(context, stolen)).toEqual({ ok: false, reason: 'wrong' });
});

test('of two uses of one recovery code at once, one gets in', async () => {
  const { context, store, personId, show } = await setUp();
  const [code] = await store.tx((db) => giveRecoveryCodes(context, db, { personId, at: AT }));
  const shown = await Promise.all([show(code!), show(code!)]);
  expect(shown.filter(({ ok }) => ok)).toHaveLength(1);
});

test('staff keep their last second factor; others may leave it, and the recovery codes go with it', async () => {
  const { context, store, personId } = await setUp();
  await store.tx((db) => giveRecoveryCodes(context, db, { personId, at: AT }));
  const remove = (isStaff: boolean) =>
    store.tx((db) => removeAuthenticator(db, { personId, isStaff }));
  expect(await remove(true)).toEqual({ ok: false, reason: 'last' });
  expect(await remove(false)).toEqual({ ok: true });
  expect(await remove(false)).toEqual({ ok: false, reason: 'absent' });
  const left = await store.read
    .select()
    .from(recoveryCodes)
    .where(eq(recoveryCodes.personId, personId));
  expect(left).toEqual([]);
});

test('a reset takes everything away and signs out, of one person alone', async () => {
  const { context, store, personId, show, code } = await setUp();
  await store.tx((db) => giveRecoveryCodes(context, db, { personId, at: AT }));
  const other = await setUp();
  await startSession({ store, origin: 'http://localhost' }, personId);
  expect(await store.tx((db) => resetSecondFactor(db, { personId }))).toEqual({ removed: 11 });
  expect(await store.read.select().from(loginSessions)).toEqual([]);
  expect(await show(code(0))).toEqual({ ok: false, reason: 'wrong' });
  expect(await other.show(other.code(0))).toMatchObject({ ok: true });
});

test('a second factor is fresh for ten minutes', () => {
  const fresh = (ms: number) => isFresh({ secondFactorAt: AT }, later(ms));
  expect([fresh(0), fresh(10 * 60_000 - 1), fresh(10 * 60_000)]).toEqual([true, true, false]);
  expect(isFresh({ secondFactorAt: null }, AT)).toBe(false);
});
