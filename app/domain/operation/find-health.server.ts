import { count, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { jobs, settings } from '~/db/schema.server';
import { CLOCK_BEHIND_KEY } from './note-clock.server';

const HEARTBEAT_MAX_AGE_MS = 60_000;

export type Health = {
  problems: ('worker-never-seen' | 'worker-silent' | 'clock-behind')[];
  gaveUpJobs: number;
};

/** What is wrong with the service, by what the database knows. Throws when the database does not answer. */
export async function findHealth(db: Db, { at }: { at: Date }): Promise<Health> {
  const [beat] = await db
    .select({ changedAt: settings.changedAt })
    .from(settings)
    .where(eq(settings.key, 'worker.heartbeat'));
  const [gaveUp] = await db.select({ n: count() }).from(jobs).where(isNotNull(jobs.gaveUpAt));
  const [behind] = await db
    .select({ key: settings.key })
    .from(settings)
    .where(eq(settings.key, CLOCK_BEHIND_KEY));
  const problems: Health['problems'] = [];
  if (behind) problems.push('clock-behind');
  if (!beat) problems.push('worker-never-seen');
  else if (at.getTime() - beat.changedAt.getTime() > HEARTBEAT_MAX_AGE_MS) {
    problems.push('worker-silent');
  }
  return { problems, gaveUpJobs: gaveUp?.n ?? 0 };
}
