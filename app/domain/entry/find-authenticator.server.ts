import { and, eq, isNotNull } from 'drizzle-orm';
import { authenticators } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Authenticator = typeof authenticators.$inferSelect;

/** The authenticator that a person has shown a right code of. */
export async function findAuthenticator(
  db: Db,
  { personId }: { personId: string },
): Promise<Authenticator | null> {
  const [row] = await db
    .select()
    .from(authenticators)
    .where(and(eq(authenticators.personId, personId), isNotNull(authenticators.confirmedAt)));
  return row ?? null;
}
