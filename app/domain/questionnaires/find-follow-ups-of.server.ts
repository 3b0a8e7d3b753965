import { sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { FollowUp } from './find-follow-up.server';

/** All of one person's, over every record of hers. */
export async function findFollowUpsOf(
  db: Db,
  { personId }: { personId: string },
): Promise<FollowUp[]> {
  return db
    .select()
    .from(followUps)
    .where(sql`${followUps.personId} in (${samePeople(personId)})`);
}
