import { eq } from 'drizzle-orm';
import { certificates, organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Certificate } from './issue-certificate.server';

/** With the area of the host that issued it, by which its officers are known. */
export type FoundCertificate = Certificate & { areaCode: string | null };

type By = { id: string } | { code: string } | { completionId: string };

export async function findCertificate(db: Db, by: By): Promise<FoundCertificate | null> {
  const condition =
    'id' in by
      ? eq(certificates.id, by.id)
      : 'code' in by
        ? eq(certificates.code, by.code)
        : eq(certificates.completionId, by.completionId);
  const [row] = await db
    .select({ certificate: certificates, areaCode: organisations.areaCode })
    .from(certificates)
    .leftJoin(organisations, eq(organisations.id, certificates.organisationId))
    .where(condition);
  return row ? { ...row.certificate, areaCode: row.areaCode } : null;
}
