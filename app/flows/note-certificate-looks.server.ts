import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';

type Look = {
  /** What was shown; each carries the area of its issuer. */
  certificates: readonly { areaCode: string | null }[];
  actorId: string;
  searched: boolean;
  page: number;
  at: Date;
};

/** Writes down who saw the names on a list of certificates: a row for each area whose issuers are on it. */
export async function noteCertificateLooks(
  store: Store,
  { certificates, actorId, searched, page, at }: Look,
): Promise<void> {
  const counts = new Map<string | null, number>();
  for (const { areaCode } of certificates) counts.set(areaCode, (counts.get(areaCode) ?? 0) + 1);
  if (counts.size === 0) return;
  await store.tx(async (db) => {
    for (const [areaCode, rows] of counts) {
      await recordAudit(db, {
        at,
        actorId,
        action: 'certificate.list',
        subjectKind: 'area',
        subjectId: areaCode ?? 'nation',
        areaCode,
        detail: { rows, page, searched },
      });
    }
  });
}
