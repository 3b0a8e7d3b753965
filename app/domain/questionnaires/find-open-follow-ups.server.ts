import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import type { FollowUp } from './find-follow-up.server';

export type FindOpenFollowUps = { at: Date; after: string | null; limit: number };

/** A slice by id of those who may have a mail coming: `dueMail` says of each whether it is today. */
export async function findOpenFollowUps(
  db: Db,
  { at, after, limit }: FindOpenFollowUps,
): Promise<FollowUp[]> {
  return db
    .select()
    .from(followUps)
    .where(
      and(
        eq(followUps.way, 'mail'),
        lte(followUps.dueDay, jstDates(at).day),
        isNull(followUps.stoppedAt),
        isNull(followUps.answeredAt),
        or(isNull(followUps.sentAt), isNull(followUps.remindedAt)),
        after ? gt(followUps.id, after) : undefined,
      ),
    )
    .orderBy(asc(followUps.id))
    .limit(limit);
}
