import { eq } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { jobs } from '~/db/schema.server';
import { newId } from '~/lib/id.server';

export type EnqueueJob = {
  kind: string;
  payload?: Record<string, unknown>;
  /** Asking again with the same key finds the first job, also after it was done. */
  uniqueKey?: string;
  runAt: Date;
  at: Date;
};

export async function enqueueJob(
  db: Db,
  { kind, payload = {}, uniqueKey, runAt, at }: EnqueueJob,
): Promise<{ id: string; isNew: boolean }> {
  const [made] = await db
    .insert(jobs)
    .values({ id: newId(at), kind, payload, uniqueKey, runAt, createdAt: at })
    .onConflictDoNothing({ target: jobs.uniqueKey })
    .returning({ id: jobs.id });
  if (made) return { id: made.id, isNew: true };
  const [first] = await db.select({ id: jobs.id }).from(jobs).where(eq(jobs.uniqueKey, uniqueKey!));
  return { id: first!.id, isNew: false };
}
