import { and, eq, isNull } from 'drizzle-orm';
import { jobs } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** What the jobs of a kind that are not done yet are about. */
export async function findOpenJobs(
  db: Db,
  { kind }: { kind: string },
): Promise<Record<string, unknown>[]> {
  const rows = await db
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(isNull(jobs.doneAt), eq(jobs.kind, kind)));
  return rows.map(({ payload }) => payload);
}
