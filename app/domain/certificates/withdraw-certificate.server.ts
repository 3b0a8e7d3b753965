import { and, eq, isNull } from 'drizzle-orm';
import { certificates } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { WithdrawalReason } from './withdrawal-reasons';

export type WithdrawCertificate = {
  certificateId: string;
  withdrawnBy: string;
  reason: WithdrawalReason;
  /** For officers only; the public is told `reason`. */
  note: string;
  at: Date;
};

export type WithdrawnCertificate =
  { ok: true } | { ok: false; reason: 'unknown-certificate' | 'already-withdrawn' };

/** Sets its columns once. Nothing is deleted, and a second withdrawal changes nothing. */
export async function withdrawCertificate(
  db: Db,
  input: WithdrawCertificate,
): Promise<WithdrawnCertificate> {
  const { certificateId, withdrawnBy, reason, note, at } = input;
  const changed = await db
    .update(certificates)
    .set({ withdrawnAt: at, withdrawnBy, withdrawnReason: reason, withdrawnNote: note })
    .where(and(eq(certificates.id, certificateId), isNull(certificates.withdrawnAt)))
    .returning({ id: certificates.id });
  if (changed.length > 0) return { ok: true };
  const known = await db
    .select({ id: certificates.id })
    .from(certificates)
    .where(eq(certificates.id, certificateId));
  return { ok: false, reason: known.length > 0 ? 'already-withdrawn' : 'unknown-certificate' };
}
