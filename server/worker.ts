import type { Logger } from 'pino';
import type { Store } from '../app/db/store.server';
import { enqueueJob } from '../app/domain/operation/enqueue-job.server';
import { finishJob } from '../app/domain/operation/finish-job.server';
import { noteClock } from '../app/domain/operation/note-clock.server';
import { recordHeartbeat } from '../app/domain/operation/record-heartbeat.server';
import { retryJob } from '../app/domain/operation/retry-job.server';
import { takeDueJob, type DueJob } from '../app/domain/operation/take-due-job.server';
import { jstDates, jstInstant, now } from '../app/lib/clock';

export type JobHandler = (store: Store, payload: Record<string, unknown>) => Promise<unknown>;

export type WorkerParts = {
  store: Store;
  handlers: Record<string, JobHandler>;
  /** Jobs that are due once a day, each at a time on Japan's clock. */
  nightly: { kind: string; time: string }[];
  log: Logger;
};

export type Worker = {
  /** Lets the running job finish. */
  stop(): Promise<void>;
};

const LOOK_EVERY_MS = 5_000;
const HEARTBEAT_EVERY_MS = 20_000;
/** A job may run this long before another worker takes it to be dead. */
const LOCK_MS = 15 * 60_000;

/** Does due jobs one after another, in the process that serves. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { store, log } = parts;
  let stopping = false;
  let wake = () => {};
  let lastBeat = 0;

  async function look() {
    const at = now();
    if (at.getTime() - lastBeat >= HEARTBEAT_EVERY_MS) {
      await store.tx((db) => recordHeartbeat(db, { at }));
      const clock = await store.tx((db) => noteClock(db, { at }));
      if (clock)
        log.error(
          clock,
          'the clock shows an earlier time than before: days written now may be wrong',
        );
      await enqueueNightly(parts, at);
      lastBeat = at.getTime();
    }
    while (!stopping && (await workOnce(parts)));
  }

  async function run() {
    while (!stopping) {
      try {
        await look();
      } catch (error) {
        log.error({ err: error }, 'the worker could not look for jobs');
      }
      if (stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  await store.tx((db) => recordHeartbeat(db, { at: now() }));
  lastBeat = now().getTime();
  await enqueueNightly(parts, now());
  const running = run();
  return {
    stop() {
      stopping = true;
      wake();
      return running;
    },
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Asks for each nightly job's next time; a machine that slept through it does the job when it wakes. */
async function enqueueNightly({ store, nightly }: WorkerParts, at: Date): Promise<void> {
  await store.tx(async (db) => {
    for (const { kind, time } of nightly) {
      const { day, runAt } = nextTime(time, at);
      await enqueueJob(db, { kind, uniqueKey: `${kind}:${day}`, runAt, at });
    }
  });
}

/** When a wall clock in Japan shows that time next. */
export function nextTime(time: string, at: Date): { day: string; runAt: Date } {
  const { day: today } = jstDates(at);
  const { day: tomorrow } = jstDates(new Date(at.getTime() + DAY_MS));
  const day = jstInstant(today, time) > at ? today : tomorrow;
  return { day, runAt: jstInstant(day, time) };
}

/** Does one due job. False when nothing was due. */
export async function workOnce({ store, handlers, log }: WorkerParts): Promise<boolean> {
  const at = now();
  const lockedUntil = new Date(at.getTime() + LOCK_MS);
  const job = await store.tx((db) => takeDueJob(db, { at, lockedUntil }));
  if (!job) return false;
  try {
    const handle = handlers[job.kind];
    if (!handle) throw new Error(`no handler for jobs of kind ${job.kind}`);
    const result = await handle(store, job.payload);
    await store.tx((db) => finishJob(db, { id: job.id, attempt: job.attempt, at: now() }));
    log.info({ job: job.kind, attempt: job.attempt, result }, 'job done');
  } catch (error) {
    await putBack({ store, log }, job, error);
  }
  return true;
}

async function putBack(
  { store, log }: Pick<WorkerParts, 'store' | 'log'>,
  { id, kind, attempt }: DueJob,
  error: unknown,
): Promise<void> {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const outcome = await store.tx((db) => retryJob(db, { id, attempt, error: text, at: now() }));
  log.error({ err: error, job: kind, attempt, outcome }, 'job failed');
}
