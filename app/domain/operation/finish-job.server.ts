import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { jobs } from '~/db/schema.server';

/** False when the job has meanwhile been taken by another worker or was already done. */
export async function finishJob(
  db: Db,
  { id, attempt, at }: { id: string; attempt: number; at: Date },
): Promise<boolean> {
  const done = await db
    .update(jobs)
    .set({ doneAt: at, lockedUntil: null, lastError: null })
    .where(and(eq(jobs.id, id), eq(jobs.attempts, attempt), isNull(jobs.doneAt)))
    .returning({ id: jobs.id });
  return done.length === 1;
}
