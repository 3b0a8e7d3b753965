import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  shareNames,
  type SharedNames,
  type ShareNames,
} from '~/domain/organisations/share-names.server';
import { withdrawNames, type WithdrawNames } from '~/domain/organisations/withdraw-names.server';

/** A host lets a prefecture see names, with its line in the log for the prefecture's officers to read too. */
export async function shareHostNames(store: Store, input: ShareNames): Promise<SharedNames> {
  return store.tx(async (db) => {
    const shared = await shareNames(db, input);
    if (!shared.ok || !shared.written) return shared;
    await recordAudit(db, {
      at: input.at,
      actorId: input.sharedBy,
      action: 'name-share.give',
      subjectKind: 'organisation',
      subjectId: input.organisation.id,
      areaCode: input.prefectureCode,
      detail: { share: shared.id },
    });
    return shared;
  });
}

export async function withdrawHostNames(
  store: Store,
  { actorId, ...input }: WithdrawNames & { actorId: string },
): Promise<void> {
  await store.tx(async (db) => {
    const areaCode = await withdrawNames(db, input);
    if (!areaCode) return;
    await recordAudit(db, {
      at: input.at,
      actorId,
      action: 'name-share.withdraw',
      subjectKind: 'organisation',
      subjectId: input.organisation.id,
      areaCode,
      detail: { share: input.id },
    });
  });
}
