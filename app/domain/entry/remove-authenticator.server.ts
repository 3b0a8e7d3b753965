import { eq } from 'drizzle-orm';
import { authenticators, recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { findSecondFactors } from './find-second-factors.server';

export type RemoveAuthenticator = { personId: string; isStaff: boolean };

/** Staff keep their last second factor. Recovery codes go with the last one, as they stand in for it. */
export async function removeAuthenticator(
  db: Db,
  { personId, isStaff }: RemoveAuthenticator,
): Promise<{ ok: true } | { ok: false; reason: 'absent' | 'last' }> {
  const { authenticatorSince, passkeys } = await findSecondFactors(db, { personId });
  if (!authenticatorSince) return { ok: false, reason: 'absent' };
  if (isStaff && passkeys === 0) return { ok: false, reason: 'last' };
  await db.delete(authenticators).where(eq(authenticators.personId, personId));
  if (passkeys === 0) await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  return { ok: true };
}
