import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { jobs, loginSessions, people, rateLimits } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { openTestStore } from '../../../tests/test-store';
import { enqueueJob } from './enqueue-job.server';
import { findHealth } from './find-health.server';
import { finishJob } from './finish-job.server';
import { recordHeartbeat } from './record-heartbeat.server';
import { retryJob } from './retry-job.server';
import { sweepExpired } from './sweep-expired.server';
import { takeDueJob } from './take-due-job.server';

const T0 = new Date('2026-11-21T00:00:00Z');
const after = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);

const add = (store: Store, uniqueKey?: string, runAt = T0) =>
  store.tx((db) => enqueueJob(db, { kind: 'sweep', uniqueKey, runAt, at: T0 }));
const take = (store: Store, at = T0, lockedUntil = after(10)) =>
  store.tx((db) => takeDueJob(db, { at, lockedUntil }));

test('asking twice with one key gives one job', async () => {
  const store = openTestStore();
  const first = await add(store, 'sweep:2026-11-21');
  const second = await add(store, 'sweep:2026-11-21');
  expect(second).toEqual({ id: first.id, isNew: false });
  expect(await store.read.select().from(jobs)).toHaveLength(1);
});

test('jobs without a key are all kept', async () => {
  const store = openTestStore();
  await add(store);
  await add(store);
  expect(await store.read.select().from(jobs)).toHaveLength(2);
});

test('two workers never take one job', async () => {
  const store = openTestStore();
  for (let i = 0; i < 5; i++) await add(store, `job-${i}`);
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(store)));
  const ids = taken.filter((job) => job !== null).map((job) => job.id);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
});

test('a job is taken at its time and not a millisecond before', async () => {
  const store = openTestStore();
  await add(store, 'later', after(1));
  expect(await take(store, new Date(after(1).getTime() - 1))).toBeNull();
  expect(await take(store, after(1))).not.toBeNull();
});

test('a job whose worker died is taken again when its lock ends, and the dead one is not heard any more', async () => {
  const store = openTestStore();
  const { id } = await add(store, 'crash');
  const first = await take(store, T0, after(10));
  expect(await take(store, after(9))).toBeNull();
  const second = await take(store, after(10), after(20));
  expect(second).toMatchObject({ id, attempt: 2 });

  const late = { id, attempt: first!.attempt, at: after(11) };
  expect(await store.tx((db) => finishJob(db, late))).toBe(false);
  expect(await store.tx((db) => retryJob(db, { ...late, error: 'late' }))).toBe('not-mine');
  expect(await store.tx((db) => finishJob(db, { id, attempt: 2, at: after(12) }))).toBe(true);
  expect(await take(store, after(1000))).toBeNull();
});

test('a job locked by a clock that was ahead is taken once the clock is set back', async () => {
  const store = openTestStore();
  await add(store, 'ahead');
  await take(store, after(1000), after(1015));
  expect(await take(store, after(1), after(1016))).toBeNull();
  expect(await take(store, after(1), after(16))).toMatchObject({ attempt: 2 });
});

test('a failing job rests longer each time and is given up after the sixth try', async () => {
  const store = openTestStore();
  const { id } = await add(store, 'fails');
  let at = T0;
  const rests: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt++) {
    const job = await take(store, at, new Date(at.getTime() + 60_000));
    expect(job?.attempt).toBe(attempt);
    const outcome = await store.tx((db) => retryJob(db, { id, attempt, error: 'no', at }));
    expect(outcome).toBe(attempt < 6 ? 'will-retry' : 'gave-up');
    const [row] = await store.read.select().from(jobs).where(eq(jobs.id, id));
    rests.push((row!.runAt.getTime() - at.getTime()) / 60_000);
    at = row!.runAt > at ? row!.runAt : at;
  }
  expect(rests.slice(0, 5)).toEqual([1, 5, 30, 120, 480]);
  expect(await take(store, after(100_000))).toBeNull();
});

test('a job that kills its worker each time is given up too', async () => {
  const store = openTestStore();
  await add(store, 'deadly');
  for (let i = 0; i < 6; i++) {
    expect(await take(store, after(i * 10), after(i * 10 + 10))).not.toBeNull();
  }
  expect(await take(store, after(60), after(70))).toBeNull();
  const [row] = await store.read.select().from(jobs);
  expect(row!.gaveUpAt).toEqual(after(60));
});

test('the service is well while the worker was seen within a minute', async () => {
  const store = openTestStore();
  expect((await findHealth(store.read, { at: T0 })).problems).toEqual(['worker-never-seen']);
  await store.tx((db) => recordHeartbeat(db, { at: T0 }));
  expect((await findHealth(store.read, { at: after(1) })).problems).toEqual([]);
  const late = new Date(after(1).getTime() + 1);
  expect((await findHealth(store.read, { at: late })).problems).toEqual(['worker-silent']);
});

test('sweeping takes what has run out and nothing else', async () => {
  const store = openTestStore();
  await store.tx(async (db) => {
    await db.insert(people).values({ id: 'p', createdAt: T0 });
    await db.insert(loginSessions).values([
      { idHash: 'over', personId: 'p', createdAt: T0, expiresAt: after(1) },
      { idHash: 'open', personId: 'p', createdAt: T0, expiresAt: after(2) },
    ]);
    await db.insert(rateLimits).values([
      { key: 'old', windowStart: after(-3 * 24 * 60), count: 1 },
      { key: 'new', windowStart: T0, count: 1 },
    ]);
  });
  const swept = await store.tx((db) => sweepExpired(db, { at: after(1) }));
  expect(swept).toEqual({ sessions: 1, codes: 0, limits: 1, jobs: 0 });
  const left = await store.read.select({ id: loginSessions.idHash }).from(loginSessions);
  expect(left).toEqual([{ id: 'open' }]);
  expect((await store.read.select().from(people)).length).toBe(1);
});
