import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { jobs } from '~/db/schema.server';
import { nextTry } from './next-try';

export type DueJob = {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  /** Which try this is. A worker that lost its lock reports an older number and is not heard. */
  attempt: number;
};

/**
 * Takes the job that has waited longest, so that no other worker takes it before `lockedUntil`.
 * A job whose worker died comes back when its lock ends; after its last try it is given up.
 */
export async function takeDueJob(
  db: Db,
  { at, lockedUntil }: { at: Date; lockedUntil: Date },
): Promise<DueJob | null> {
  for (;;) {
    const [job] = await db
      .select()
      .from(jobs)
      .where(
        and(
          isNull(jobs.doneAt),
          isNull(jobs.gaveUpAt),
          lte(jobs.runAt, at),
          or(
            isNull(jobs.lockedUntil),
            lte(jobs.lockedUntil, at),
            // Locked by a clock that was ahead and has been set back.
            gt(jobs.lockedUntil, lockedUntil),
          ),
        ),
      )
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(1);
    if (!job) return null;
    if (job.attempts > 0 && nextTry(job.attempts, at) === null) {
      await db
        .update(jobs)
        .set({ gaveUpAt: at, lockedUntil: null, lastError: job.lastError ?? 'the worker stopped' })
        .where(eq(jobs.id, job.id));
      continue;
    }
    const attempt = job.attempts + 1;
    await db.update(jobs).set({ attempts: attempt, lockedUntil }).where(eq(jobs.id, job.id));
    return { id: job.id, kind: job.kind, payload: job.payload, attempt };
  }
}
