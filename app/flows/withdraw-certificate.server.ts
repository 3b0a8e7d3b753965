import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  withdrawCertificate as withdraw,
  type WithdrawCertificate,
  type WithdrawnCertificate,
} from '~/domain/certificates/withdraw-certificate.server';

type Input = WithdrawCertificate & { areaCode: string | null };

/** Withdraws and writes down who did it and why, in one transaction. */
export async function withdrawCertificate(
  store: Store,
  input: Input,
): Promise<WithdrawnCertificate> {
  const { areaCode, ...withdrawal } = input;
  return store.tx(async (db) => {
    const result = await withdraw(db, withdrawal);
    if (result.ok) {
      await recordAudit(db, {
        at: withdrawal.at,
        actorId: withdrawal.withdrawnBy,
        action: 'certificate.withdraw',
        subjectKind: 'certificate',
        subjectId: withdrawal.certificateId,
        areaCode,
        detail: { reason: withdrawal.reason },
      });
    }
    return result;
  });
}
