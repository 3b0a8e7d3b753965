import { and, eq, inArray, isNull } from 'drizzle-orm';
import { recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type UseRecoveryCode = {
  personId: string;
  /** The digests that the code may have been kept under. */
  codeHashes: string[];
  at: Date;
};

/** True for the one use that a recovery code is good for. */
export async function useRecoveryCode(
  db: Db,
  { personId, codeHashes, at }: UseRecoveryCode,
): Promise<boolean> {
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        inArray(recoveryCodes.codeHash, codeHashes),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ used: recoveryCodes.codeHash });
  return used.length === 1;
}
