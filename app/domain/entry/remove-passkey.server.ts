import { and, eq } from 'drizzle-orm';
import { passkeys, recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { findSecondFactors } from './find-second-factors.server';

export type RemovePasskey = { id: string; personId: string; isStaff: boolean };

/** Staff keep their last second factor. Recovery codes go with the last one, as they stand in for it. */
export async function removePasskey(
  db: Db,
  { id, personId, isStaff }: RemovePasskey,
): Promise<{ ok: true } | { ok: false; reason: 'absent' | 'last' }> {
  const isHers = and(eq(passkeys.id, id), eq(passkeys.personId, personId));
  const [row] = await db.select({ id: passkeys.id }).from(passkeys).where(isHers);
  if (!row) return { ok: false, reason: 'absent' };
  const factors = await findSecondFactors(db, { personId });
  const isLast = factors.passkeys === 1 && !factors.authenticatorSince;
  if (isLast && isStaff) return { ok: false, reason: 'last' };
  await db.delete(passkeys).where(isHers);
  if (isLast) await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  return { ok: true };
}
