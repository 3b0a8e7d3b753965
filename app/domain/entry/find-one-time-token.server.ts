import { and, eq } from 'drizzle-orm';
import { oneTimeTokens } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { TokenPurpose } from '~/db/tables/entry';

export type OneTimeToken = typeof oneTimeTokens.$inferSelect;

/** Used and expired ones too. */
export async function findOneTimeToken(
  db: Db,
  { tokenHash, purpose }: { tokenHash: string; purpose: TokenPurpose },
): Promise<OneTimeToken | null> {
  const [row] = await db
    .select()
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, tokenHash), eq(oneTimeTokens.purpose, purpose)));
  return row ?? null;
}
