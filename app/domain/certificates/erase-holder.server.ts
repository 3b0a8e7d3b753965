import { and, inArray, isNull } from 'drizzle-orm';
import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ErasureReason } from './withdrawal-reasons';

export type EraseHolder = {
  personIds: readonly string[];
  reason: ErasureReason;
  at: Date;
};

/** Withdraws whatever is in force and takes the holder's name off all. Their numbers stay, so that paper is answered. */
export async function eraseHolder(
  db: Db,
  { personIds, reason, at }: EraseHolder,
): Promise<{ ids: string[] }> {
  const hers = inArray(certificates.personId, [...personIds]);
  const withdrawn = await db
    .update(certificates)
    .set({ withdrawnAt: at, withdrawnBy: null, withdrawnReason: reason })
    .where(and(hers, isNull(certificates.withdrawnAt)))
    .returning({ id: certificates.id });
  await db
    .update(certificates)
    .set({ holderName: '', holderKana: '', withdrawnNote: null })
    .where(hers);
  return { ids: withdrawn.map(({ id }) => id) };
}
