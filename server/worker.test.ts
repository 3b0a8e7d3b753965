import pino from 'pino';
import { expect, test } from 'vitest';
import { jobs } from '../app/db/schema.server';
import { enqueueJob } from '../app/domain/operation/enqueue-job.server';
import { findHealth } from '../app/domain/operation/find-health.server';
import { now } from '../app/lib/clock';
import { openTestStore } from '../tests/test-store';
import { nextTime, startWorker, workOnce } from './worker';

const log = pino({ level: 'silent' });

test('a due job is done once and its handler is given the payload', async () => {
  const store = openTestStore();
  const seen: unknown[] = [];
  const parts = {
    store,
    nightly: [],
    log,
    handlers: { greet: async (_: unknown, p: object) => seen.push(p) },
  };
  const at = now();
  await store.tx((db) => enqueueJob(db, { kind: 'greet', payload: { to: 'her' }, runAt: at, at }));
  expect(await workOnce(parts)).toBe(true);
  expect(await workOnce(parts)).toBe(false);
  expect(seen).toEqual([{ to: 'her' }]);
  const [job] = await store.read.select().from(jobs);
  expect(job!.doneAt).not.toBeNull();
});

test.each([
  ['a handler that throws', { broken: () => Promise.reject(new Error('no paper')) }, 'no paper'],
  ['a kind nobody knows', {}, 'no handler for jobs of kind broken'],
])('%s puts the job back with the reason', async (_name, handlers, reason) => {
  const store = openTestStore();
  const at = now();
  await store.tx((db) => enqueueJob(db, { kind: 'broken', runAt: at, at }));
  expect(await workOnce({ store, nightly: [], log, handlers })).toBe(true);
  const [job] = await store.read.select().from(jobs);
  expect(job).toMatchObject({ attempts: 1, doneAt: null, gaveUpAt: null, lockedUntil: null });
  expect(job!.runAt.getTime()).toBeGreaterThan(at.getTime());
  expect(job!.lastError).toContain(reason);
});

test('a running worker is seen by the watchman, asks for the nightly jobs once, and lets a job finish before it stops', async () => {
  const store = openTestStore();
  let entered = () => {};
  let release = () => {};
  const hasEntered = new Promise<void>((resolve) => (entered = resolve));
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  const handlers = {
    sweep: async () => {
      entered();
      await isReleased;
    },
  };
  const nightly = [{ kind: 'sweep', time: '03:10:00' }];
  const due = { kind: 'sweep', uniqueKey: 'left-from-last-night', runAt: now(), at: now() };
  await store.tx((db) => enqueueJob(db, due));
  const worker = await startWorker({ store, handlers, nightly, log });
  await hasEntered;
  expect((await findHealth(store.read, { at: now() })).problems).toEqual([]);

  let isStopped = false;
  const stopped = worker.stop().then(() => (isStopped = true));
  await store.read.select().from(jobs);
  expect(isStopped).toBe(false);
  release();
  await stopped;
  const rows = await store.read.select().from(jobs);
  expect(rows.map((job) => [job.uniqueKey, job.doneAt !== null]).sort()).toEqual([
    ['left-from-last-night', true],
    [`sweep:${nextTime('03:10:00', now()).day}`, false],
  ]);
});

test.each([
  ['2026-11-20T18:09:59.999Z', '2026-11-21T03:10:00+09:00'],
  ['2026-11-20T18:10:00.000Z', '2026-11-22T03:10:00+09:00'],
  ['2026-12-31T15:00:00.000Z', '2027-01-01T03:10:00+09:00'],
])('at %s the next 03:10 in Japan is %s', (at, next) => {
  const { day, runAt } = nextTime('03:10:00', new Date(at));
  expect(runAt).toEqual(new Date(next));
  expect(day).toBe(next.slice(0, 10));
});
