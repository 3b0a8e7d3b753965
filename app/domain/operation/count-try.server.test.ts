import { expect, test } from 'vitest';
import { AT } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { countTry } from './count-try.server';
import { forgetTries } from './forget-tries.server';

const later = (ms: number) => new Date(AT.getTime() + ms);

test('the last try of the limit is let through, the next is told when to come again', async () => {
  const store = openTestStore();
  const count = (at: Date, key = 'a') =>
    store.tx((db) => countTry(db, { key, limit: 3, windowSeconds: 60, at }));
  const retryAt = later(60_000);
  for (const ms of [0, 1, 2]) expect(await count(later(ms))).toEqual({ ok: true });
  expect(await count(later(3))).toEqual({ ok: false, retryAt });
  expect(await count(later(59_999))).toEqual({ ok: false, retryAt });
  expect(await count(later(59_999), 'b')).toEqual({ ok: true });
  expect(await count(retryAt)).toEqual({ ok: true });
});

test('a clock set back locks nobody out for longer than a window, and forgives no try', async () => {
  const store = openTestStore();
  const count = (at: Date) =>
    store.tx((db) => countTry(db, { key: 'a', limit: 2, windowSeconds: 60, at }));
  for (const ms of [0, 1]) await count(later(ms));
  expect(await count(later(2))).toMatchObject({ ok: false });
  const yearBefore = -365 * 24 * 60 * 60 * 1000;
  const retryAt = later(yearBefore + 60_000);
  expect(await count(later(yearBefore))).toEqual({ ok: false, retryAt });
  expect(await count(later(yearBefore + 59_999))).toEqual({ ok: false, retryAt });
  expect(await count(retryAt)).toEqual({ ok: true });
});

test('two tries whose order is turned round by some milliseconds are both counted', async () => {
  const store = openTestStore();
  const count = (at: Date) =>
    store.tx((db) => countTry(db, { key: 'a', limit: 2, windowSeconds: 60, at }));
  for (const ms of [5, 3]) expect(await count(later(ms))).toEqual({ ok: true });
  expect(await count(later(4))).toEqual({ ok: false, retryAt: later(60_003) });
});

test('tries at the same moment are all counted', async () => {
  const store = openTestStore();
  const tries = Array.from({ length: 10 }, () =>
    store.tx((db) => countTry(db, { key: 'a', limit: 4, windowSeconds: 60, at: AT })),
  );
  expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(4);
});

test('forgotten tries start anew', async () => {
  const store = openTestStore();
  const limit = { key: 'a', limit: 1, windowSeconds: 60, at: AT };
  await store.tx((db) => countTry(db, limit));
  expect(await store.tx((db) => countTry(db, limit))).toMatchObject({ ok: false });
  await store.tx((db) => forgetTries(db, { key: 'a' }));
  expect(await store.tx((db) => countTry(db, limit))).toEqual({ ok: true });
});
