import { eq } from 'drizzle-orm';
import { recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ReplaceRecoveryCodes = { personId: string; codeHashes: string[]; at: Date };

/** New recovery codes; those before no longer hold. */
export async function replaceRecoveryCodes(
  db: Db,
  { personId, codeHashes, at }: ReplaceRecoveryCodes,
): Promise<void> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await db
    .insert(recoveryCodes)
    .values(codeHashes.map((codeHash) => ({ codeHash, personId, createdAt: at })));
}
