import { desc, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Certificate } from './issue-certificate.server';

/** Every certificate a person holds, in whichever of her records, the newest first. */
export async function findCertificatesOf(
  db: Db,
  { personId }: { personId: string },
): Promise<Certificate[]> {
  return db
    .select()
    .from(certificates)
    .where(sql`${certificates.personId} in (${samePeople(personId)})`)
    .orderBy(desc(certificates.issuedOn), desc(certificates.id));
}
