import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { jobs } from '~/db/schema.server';
import { nextTry } from './next-try';

export type RetryJob = { id: string; attempt: number; error: string; at: Date };

const ERROR_MAX_LENGTH = 2000;

/** Puts a failed job back with a rest that grows, or gives it up and keeps it for the operator to see. */
export async function retryJob(
  db: Db,
  { id, attempt, error, at }: RetryJob,
): Promise<'will-retry' | 'gave-up' | 'not-mine'> {
  const runAt = nextTry(attempt, at);
  const lastError = error.slice(0, ERROR_MAX_LENGTH);
  const changed = await db
    .update(jobs)
    .set(
      runAt
        ? { runAt, lockedUntil: null, lastError }
        : { gaveUpAt: at, lockedUntil: null, lastError },
    )
    .where(and(eq(jobs.id, id), eq(jobs.attempts, attempt), isNull(jobs.doneAt)))
    .returning({ id: jobs.id });
  if (changed.length === 0) return 'not-mine';
  return runAt ? 'will-retry' : 'gave-up';
}
