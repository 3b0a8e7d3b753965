import { expect, test } from 'vitest';
import { passwords, rateLimits } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { numberCheckDigit } from '~/domain/people/number-check-digit';
import { AT, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { findSignedIn } from './find-signed-in.server';
import { hashPassword } from './password.server';

const NUMBER = `48291730562${numberCheckDigit('48291730562')}`;
const MAIL = 'Kazoku@Example.jp';

async function register(db: Db, password: string, over: Parameters<typeof makePerson>[1] = {}) {
  const { id } = await makePerson(db, { email: MAIL, emailKey: MAIL.toLowerCase(), ...over });
  const hash = await hashPassword(password);
  await db.insert(passwords).values({ personId: id, hash, changedAt: AT });
  return id;
}

function setUp() {
  const store = openTestStore();
  const context = { store, secret: 'x'.repeat(32), clientAddress: '192.0.2.7' };
  const signIn = (identifier: string, password: string, at = AT, clientAddress = '192.0.2.7') =>
    findSignedIn({ ...context, clientAddress }, { identifier, password, at });
  return { store, signIn };
}

test.each([
  'kazoku@example.jp',
  ' KAZOKU@EXAMPLE.JP ',
  'ｋａｚｏｋｕ＠ｅｘａｍｐｌｅ．ｊｐ',
  NUMBER,
  `${NUMBER.slice(0, 4)}-${NUMBER.slice(4, 8)}-${NUMBER.slice(8)}`,
  NUMBER.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
])('signs in with "%s"', async (identifier) => {
  const { store, signIn } = setUp();
  const personId = await register(store.read, 'a quiet morning', { number: NUMBER });
  expect(await signIn(identifier, 'a quiet morning')).toEqual({ ok: true, personId });
});

test('a wrong password and somebody who is not there are answered alike', async () => {
  const { store, signIn } = setUp();
  await register(store.read, 'a quiet morning');
  const wrong = { ok: false, reason: 'wrong' };
  expect(await signIn(MAIL, 'another morning')).toEqual(wrong);
  expect(await signIn('nobody@example.jp', 'a quiet morning')).toEqual(wrong);
});

test('a number with a typo is told apart from one that is not there', async () => {
  const { signIn } = setUp();
  const typo = NUMBER.slice(0, 11) + String((Number(NUMBER.at(-1)) + 1) % 10);
  for (const mistyped of [typo, NUMBER.slice(0, 11), `${NUMBER}0`]) {
    expect(await signIn(mistyped, 'x')).toEqual({ ok: false, reason: 'mistyped-number' });
  }
  expect(await signIn(NUMBER, 'x')).toEqual({ ok: false, reason: 'wrong' });
  expect(await signIn('花子', 'x')).toEqual({ ok: false, reason: 'unknown-form' });
});

test('two people share one address and each signs in with her own password', async () => {
  const { store, signIn } = setUp();
  const mother = await register(store.read, 'a quiet morning');
  const daughter = await register(store.read, 'a quiet evening');
  expect(await signIn(MAIL, 'a quiet morning')).toEqual({ ok: true, personId: mother });
  expect(await signIn(MAIL, 'a quiet evening')).toEqual({ ok: true, personId: daughter });
});

test('two people with one address and one password are never taken for each other', async () => {
  const { store, signIn } = setUp();
  const mother = await register(store.read, 'a quiet morning', { number: NUMBER });
  await register(store.read, 'a quiet morning');
  expect(await signIn(MAIL, 'a quiet morning')).toEqual({ ok: false, reason: 'several' });
  expect(await signIn(NUMBER, 'a quiet morning')).toEqual({ ok: true, personId: mother });
});

test('the tenth wrong password is still answered, the eleventh waits until the quarter of an hour is over', async () => {
  const { store, signIn } = setUp();
  const personId = await register(store.read, 'a quiet morning');
  for (let i = 0; i < 10; i += 1) {
    expect(await signIn(MAIL, 'wrong')).toEqual({ ok: false, reason: 'wrong' });
  }
  const retryAt = new Date(AT.getTime() + 15 * 60 * 1000);
  const slowDown = { ok: false, reason: 'slow-down', retryAt };
  expect(await signIn(MAIL, 'a quiet morning')).toEqual(slowDown);
  const elsewhere = await signIn(MAIL, 'a quiet morning', AT, '192.0.2.8');
  expect(elsewhere).toEqual({ ok: true, personId });
  expect(await signIn(MAIL, 'a quiet morning', retryAt)).toEqual({ ok: true, personId });
});

test('getting it right starts the count anew, and nothing that is counted names anyone', async () => {
  const { store, signIn } = setUp();
  await register(store.read, 'a quiet morning');
  for (let i = 0; i < 30; i += 1) {
    if (i % 9 === 8) expect(await signIn(MAIL, 'a quiet morning')).toMatchObject({ ok: true });
    else expect(await signIn(MAIL, 'wrong')).toEqual({ ok: false, reason: 'wrong' });
  }
  const kept = JSON.stringify(await store.read.select().from(rateLimits));
  expect(kept).not.toMatch(/example|192\.0\.2/i);
});
