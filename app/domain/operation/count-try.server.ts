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

/** Counts one try. Refused once `limit` tries were made within the window, until the window ends; refused tries do not lengthen it. */
export async function countTry(
  db: Db,
  { key, limit, windowSeconds, at }: CountTry,
): Promise<Counted> {
  const [row] = await db.select().from(rateLimits).where(eq(rateLimits.key, key));
  const ends = row && new Date(row.windowStart.getTime() + windowSeconds * 1000);
  if (!ends || ends <= at) {
    const fresh = { windowStart: at, count: 1 };
    await db
      .insert(rateLimits)
      .values({ key, ...fresh })
      .onConflictDoUpdate({ target: rateLimits.key, set: fresh });
    return { ok: true };
  }
  if (row.count >= limit) return { ok: false, retryAt: ends };
  await db
    .update(rateLimits)
    .set({ count: sql`${rateLimits.count} + 1` })
    .where(eq(rateLimits.key, key));
  return { ok: true };
}
