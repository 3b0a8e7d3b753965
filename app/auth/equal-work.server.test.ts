import type * as Argon2 from '@node-rs/argon2';
import { beforeEach, expect, test, vi } from 'vitest';
import { passwords } from '~/db/schema.server';
import { numberCheckDigit } from '~/domain/people/number-check-digit';
import { AT, makeGuest, makePerson } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { giveContinueCode, readContinueCode } from './continue-code.server';
import { findSignedIn } from './find-signed-in.server';
import { hashPassword } from './password.server';

// Time is not measured, as a busy machine would decide. What takes the time is counted: how often a
// password is hashed, how often the database writes, how often it reads.

const work = vi.hoisted(() => ({ hashed: 0 }));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>();
  return {
    ...real,
    verify: (...input: Parameters<typeof real.verify>) => {
      work.hashed += 1;
      return real.verify(...input);
    },
  };
});
beforeEach(() => {
  work.hashed = 0;
});

const NUMBER = `48291730562${numberCheckDigit('48291730562')}`;
const NOBODY = `50000000000${numberCheckDigit('50000000000')}`;

async function setUp() {
  const store = openTestStore();
  const hash = await hashPassword('a quiet morning');
  await store.tx(async (db) => {
    const { id } = await makePerson(db, { number: NUMBER, emailKey: 'is@example.jp' });
    await db.insert(passwords).values({ personId: id, hash, changedAt: AT });
    await makePerson(db, { number: null, emailKey: 'without-password@example.jp' });
  });
  const secret = 'x'.repeat(32);
  const context = { store, secret, olderSecrets: [], clientAddress: '192.0.2.7' };
  let writes = 0;
  const tx: typeof store.tx = (deed) => {
    writes += 1;
    return store.tx(deed);
  };
  const counting = { ...context, store: { ...store, tx } };
  return { counting, writesOf: () => writes };
}

test.each([
  ['a number that is there', NUMBER],
  ['a number that is not', NOBODY],
  ['an address that is there', 'is@example.jp'],
  ['an address that is not', 'nobody@example.jp'],
  ['an account without a password', 'without-password@example.jp'],
])('signing in with %s and a wrong password costs one hash and the same writes', async (_, who) => {
  const { counting, writesOf } = await setUp();
  // The first check of all makes the hash that stands for nobody.
  await findSignedIn(counting, { identifier: NOBODY, password: 'warm', at: AT });
  const before = writesOf();
  work.hashed = 0;
  const found = await findSignedIn(counting, { identifier: who, password: 'wrong', at: AT });
  expect([found, work.hashed, writesOf() - before]).toEqual([{ ok: false, reason: 'wrong' }, 1, 3]);
});

test('a continue code costs the same writes and no hash, whether it is there or not', async () => {
  const { counting, writesOf } = await setUp();
  const guest = await counting.store.tx((db) => makeGuest(db));
  const { code } = await giveContinueCode(counting, { personId: guest.id, at: AT });
  for (const [typed, ok] of [
    [code, true],
    ['AAAA-AAAA', false],
  ] as const) {
    const before = writesOf();
    expect(await readContinueCode(counting, { typed, at: AT })).toMatchObject({ ok });
    expect([work.hashed, writesOf() - before]).toEqual([0, 1]);
  }
});
