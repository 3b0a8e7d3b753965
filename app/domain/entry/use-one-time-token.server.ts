import { and, eq, gt, isNull } from 'drizzle-orm';
import { oneTimeTokens } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { TokenPurpose } from '~/db/tables/entry';
import type { OneTimeToken } from './find-one-time-token.server';

export type UseOneTimeToken = { tokenHash: string; purpose: TokenPurpose; at: Date };

/** Uses a token up. Null when it is unknown, was used, or its time is over. */
export async function useOneTimeToken(
  db: Db,
  { tokenHash, purpose, at }: UseOneTimeToken,
): Promise<OneTimeToken | null> {
  const [used] = await db
    .update(oneTimeTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(oneTimeTokens.tokenHash, tokenHash),
        eq(oneTimeTokens.purpose, purpose),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.expiresAt, at),
      ),
    )
    .returning();
  return used ?? null;
}
