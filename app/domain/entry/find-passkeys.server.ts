import { asc, eq } from 'drizzle-orm';
import { passkeys } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Passkey = typeof passkeys.$inferSelect;

/** The passkeys of a person, the oldest first. */
export async function findPasskeys(db: Db, { personId }: { personId: string }): Promise<Passkey[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}
