import { inArray } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Takes away that somebody was to be asked again. What she answered bears no trace of her, and stays. */
export async function forgetFollowUps(
  db: Db,
  { personIds }: { personIds: readonly string[] },
): Promise<void> {
  await db.delete(followUps).where(inArray(followUps.personId, [...personIds]));
}
