import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type RecordAudit = {
  at: Date;
  actorId: string | null;
  /** What was done, e.g. "certificate.withdraw". */
  action: string;
  subjectKind: string;
  subjectId: string;
  areaCode?: string | null;
  detail?: Record<string, unknown>;
};

/** Who did what to whom; in the same transaction as the deed. */
export async function recordAudit(db: Db, input: RecordAudit): Promise<void> {
  await db.insert(auditLog).values(input);
}
