import { eq, sql } from 'drizzle-orm';
import { rateLimits } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type CountTry = {
  /** What is limited: a digest, never an address or an identifier in clear. */
  key: string;
  limit: number;
  windowSeconds: number;
  at: Date;
};

export type Counted = { ok: true } | { ok: false; retryAt: Date };

/** Counts one try. Refused once `limit` tries were made within the window, until the window ends; refused tries do not lengthen it, and a clock set back never does. */
export async function countTry(
  db: Db,
  { key, limit, windowSeconds, at }: CountTry,
): Promise<Counted> {
  const [row] = await db.select().from(rateLimits).where(eq(rateLimits.key, key));
  // A window that begins later than now was begun by a clock that has been set back since: it begins now.
  const windowStart = row && row.windowStart < at ? row.windowStart : at;
  const ends = row && new Date(windowStart.getTime() + windowSeconds * 1000);
  if (!ends || ends <= at) {
    const fresh = { windowStart: at, count: 1 };
    await db
      .insert(rateLimits)
      .values({ key, ...fresh })
      .onConflictDoUpdate({ target: rateLimits.key, set: fresh });
    return { ok: true };
  }
  const isLetThrough = row.count < limit;
  if (isLetThrough || windowStart < row.windowStart) {
    await db
      .update(rateLimits)
      .set({ windowStart, count: sql`${rateLimits.count} + ${isLetThrough ? 1 : 0}` })
      .where(eq(rateLimits.key, key));
  }
  return isLetThrough ? { ok: true } : { ok: false, retryAt: ends };
}
