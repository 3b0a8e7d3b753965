import { and, eq } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { isInForce } from './grant-columns.server';

export type OwnGrant = typeof roleGrants.$inferSelect;

/** The roles a person has at that moment, whether or not she has shown a second factor. */
export async function findOwnGrants(
  db: Db,
  { personId, at }: { personId: string; at: Date },
): Promise<OwnGrant[]> {
  return db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isInForce(at)));
}
