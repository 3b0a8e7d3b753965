import { eq, max } from 'drizzle-orm';
import { auditLog, enrolments, loginSessions, people, settings } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** When the rules were last carried out, or the operator last said that the clock is right. */
export const RETENTION_CLOCK = 'retention.clock';

/**
 * The last moment that is known to be true. Once the rules were carried out it is that night: a
 * visitor who comes while the clock is wrong would else make the wrong time look true.
 */
export async function findLastKnown(db: Db): Promise<Date | null> {
  const [clock] = await db
    .select({ at: settings.changedAt })
    .from(settings)
    .where(eq(settings.key, RETENTION_CLOCK));
  if (clock) return clock.at;
  const newest = [
    await db.select({ at: max(people.createdAt) }).from(people),
    await db.select({ at: max(people.lastSeenAt) }).from(people),
    await db.select({ at: max(enrolments.lastSeenAt) }).from(enrolments),
    await db.select({ at: max(loginSessions.createdAt) }).from(loginSessions),
    await db.select({ at: max(auditLog.at) }).from(auditLog),
  ].flatMap(([row]) => row?.at?.getTime() ?? []);
  return newest.length > 0 ? new Date(Math.max(...newest)) : null;
}
