import { expect, test } from 'vitest';
import { hashPassword } from '~/auth/password.server';
import { readSession, startSession } from '~/auth/session.server';
import { auditLog, passwords } from '~/db/schema.server';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { changeOwnPassword } from './change-own-password.server';

const CURRENT = 'あさひ 川べり 42 歩';
const NEXT = 'ゆうひ 山みち 17 歩';

async function setUp() {
  const context = {
    store: openTestStore(),
    origin: 'http://localhost:3000',
    secret: 's'.repeat(32),
  };
  const { id: personId } = await makePerson(context.store.read, { email: 'sakai@example.jp' });
  const hash = await hashPassword(CURRENT);
  await context.store.read.insert(passwords).values({ personId, hash, changedAt: AT });
  const asking = (setCookie: string) =>
    new Request('http://localhost:3000/my', { headers: { Cookie: setCookie.split(';')[0]! } });
  const here = asking((await startSession(context, personId)).setCookie);
  const there = asking((await startSession(context, personId)).setCookie);
  const visitor = (await readSession(here, { ...context }))!;
  const change = (current: string, next: string) =>
    changeOwnPassword(context, here, { visitor, current, next, at: AT });
  const isSignedIn = async (request: Request) =>
    (await readSession(request, { ...context })) !== null;
  return { context, here, there, change, asking, isSignedIn };
}

test('ends every other login and gives this one a new secret', async () => {
  const { context, here, there, change, asking, isSignedIn } = await setUp();
  const changed = await change(CURRENT, NEXT);
  if (!changed.ok) throw new Error(changed.reason);
  expect(await isSignedIn(here)).toBe(false);
  expect(await isSignedIn(there)).toBe(false);
  expect(await isSignedIn(asking(changed.setCookie))).toBe(true);
  const rows = await context.store.read.select().from(auditLog);
  expect(rows).toMatchObject([{ action: 'password.change', detail: null }]);
});

test('asks for the present password, and says what is wrong with the new one', async () => {
  const { change, there, isSignedIn } = await setUp();
  expect(await change('ちがうことば', NEXT)).toEqual({ ok: false, reason: 'wrong' });
  expect(await change(CURRENT, 'みじかい')).toEqual({ ok: false, reason: 'too-short' });
  expect(await change(CURRENT, 'sakai@example.jp')).toEqual({ ok: false, reason: 'own' });
  expect(await change(CURRENT, CURRENT)).toEqual({ ok: false, reason: 'same' });
  expect(await isSignedIn(there)).toBe(true);
});

test('guessing the present password is slowed down', async () => {
  const { change } = await setUp();
  for (let tries = 0; tries < 10; tries += 1) await change('ちがうことば', 'みじかい');
  expect(await change(CURRENT, NEXT)).toMatchObject({ ok: false, reason: 'slow-down' });
});
