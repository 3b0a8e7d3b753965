import { asc, eq } from 'drizzle-orm';
import { identities } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Identity } from './find-identity.server';

/** The accounts at cities that a person linked to hers, the oldest first. */
export async function findOwnIdentities(
  db: Db,
  { personId }: { personId: string },
): Promise<Identity[]> {
  return db
    .select()
    .from(identities)
    .where(eq(identities.personId, personId))
    .orderBy(asc(identities.createdAt), asc(identities.issuer));
}
