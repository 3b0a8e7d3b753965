import { desc, inArray } from 'drizzle-orm';
import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Certificate } from './issue-certificate.server';

/** The certificates of records that a query with a bound gave out, the newest first. */
export async function findCertificatesOfRecords(
  db: Db,
  { recordIds }: { recordIds: readonly string[] },
): Promise<Certificate[]> {
  return db
    .select()
    .from(certificates)
    .where(inArray(certificates.personId, [...recordIds]))
    .orderBy(desc(certificates.issuedOn), desc(certificates.id));
}
