import pino from 'pino';
import { expect, test } from 'vitest';
import { jobs } from '../app/db/schema.server';
import { enqueueJob } from '../app/domain/operation/enqueue-job.server';
import { findHealth } from '../app/domain/operation/find-health.server';
import { jstDates, now } from '../app/lib/clock';
import { openTestStore } from '../tests/test-store';
import { startWorker, workOnce } from './worker';

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
  const nightly = [{ kind: 'sweep', time: '00:00:00' }];
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
  expect(rows.map((job) => [job.uniqueKey, job.doneAt !== null])).toEqual([
    [`sweep:${jstDates(now()).day}`, true],
  ]);
});
