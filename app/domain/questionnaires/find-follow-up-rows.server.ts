import { asc, inArray } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** All that is kept of when somebody is asked again, for whoever it is about. Of code and links, only that they are there. */
export async function findFollowUpRows(db: Db, { personIds }: { personIds: readonly string[] }) {
  const rows = await db
    .select()
    .from(followUps)
    .where(inArray(followUps.personId, [...personIds]))
    .orderBy(asc(followUps.chosenAt));
  return {
    followUps: rows.map(
      ({ codeHash: _code, tokenHash: _token, reminderTokenHash: _reminder, ...row }) => row,
    ),
  };
}
