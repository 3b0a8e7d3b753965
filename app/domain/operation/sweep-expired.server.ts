import { and, isNotNull, lt, lte } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { continueCodes, jobs, loginSessions, rateLimits } from '~/db/schema.server';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Longer than any window of a rate limit. */
const RATE_LIMIT_KEPT_MS = 2 * DAY_MS;
/** Done jobs stay this long, so that "was it done?" has an answer. */
const DONE_JOB_KEPT_MS = 30 * DAY_MS;

/** Takes away what has run out: login sessions, continue codes, counters of tries, jobs long done. */
export async function sweepExpired(
  db: Db,
  { at }: { at: Date },
): Promise<{ sessions: number; codes: number; limits: number; jobs: number }> {
  const before = (ms: number) => new Date(at.getTime() - ms);
  const sessions = await db
    .delete(loginSessions)
    .where(lte(loginSessions.expiresAt, at))
    .returning({ gone: loginSessions.idHash });
  const codes = await db
    .delete(continueCodes)
    .where(lte(continueCodes.expiresAt, at))
    .returning({ gone: continueCodes.codeHash });
  const limits = await db
    .delete(rateLimits)
    .where(lt(rateLimits.windowStart, before(RATE_LIMIT_KEPT_MS)))
    .returning({ gone: rateLimits.key });
  const doneJobs = await db
    .delete(jobs)
    .where(and(isNotNull(jobs.doneAt), lt(jobs.doneAt, before(DONE_JOB_KEPT_MS))))
    .returning({ gone: jobs.id });
  return {
    sessions: sessions.length,
    codes: codes.length,
    limits: limits.length,
    jobs: doneJobs.length,
  };
}
