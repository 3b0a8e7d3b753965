import { and, eq } from 'drizzle-orm';
import { identities } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Identity = typeof identities.$inferSelect;

/** Whose account somebody's account at a city is linked to. */
export async function findIdentity(
  db: Db,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<Identity | null> {
  const [row] = await db
    .select()
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return row ?? null;
}
