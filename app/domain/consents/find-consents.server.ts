import { desc, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { consents } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Consent = typeof consents.$inferSelect;

/** Whatever one person agreed to, in whichever of her records, also what she took back; the newest first. */
export async function findConsents(db: Db, { personId }: { personId: string }): Promise<Consent[]> {
  return db
    .select()
    .from(consents)
    .where(sql`${consents.personId} in (${samePeople(personId)})`)
    .orderBy(desc(consents.givenAt), desc(consents.id));
}
