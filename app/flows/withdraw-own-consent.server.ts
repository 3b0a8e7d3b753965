import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { withdrawConsent, type WithdrawConsent } from '~/domain/consents/withdraw-consent.server';

/** Takes one of her consents back and writes that down. False when it was taken back before or is not hers. */
export async function withdrawOwnConsent(store: Store, input: WithdrawConsent): Promise<boolean> {
  const { personId, at } = input;
  return store.tx(async (db) => {
    const withdrawn = await withdrawConsent(db, input);
    if (!withdrawn) return false;
    await recordAudit(db, {
      at,
      actorId: personId,
      action: 'consent.withdraw',
      subjectKind: 'person',
      subjectId: personId,
      areaCode: withdrawn.areaCode,
    });
    return true;
  });
}
