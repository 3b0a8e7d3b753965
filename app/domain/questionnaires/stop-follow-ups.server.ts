import { and, inArray, isNull } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** No mail of these any more, for good. */
export async function stopFollowUps(
  db: Db,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<void> {
  await db
    .update(followUps)
    .set({ stoppedAt: at })
    .where(and(inArray(followUps.id, [...ids]), isNull(followUps.stoppedAt)));
}
