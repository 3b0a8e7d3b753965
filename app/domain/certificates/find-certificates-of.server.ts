import { desc, eq } from 'drizzle-orm';
import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Certificate } from './issue-certificate.server';

/** Every certificate a person holds, the newest first. */
export async function findCertificatesOf(
  db: Db,
  { personId }: { personId: string },
): Promise<Certificate[]> {
  return db
    .select()
    .from(certificates)
    .where(eq(certificates.personId, personId))
    .orderBy(desc(certificates.issuedOn), desc(certificates.id));
}
