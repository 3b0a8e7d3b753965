import { and, desc, eq } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FindAudit = { subjectKind: string; subjectId: string; limit?: number };

/** What was done to one subject, the newest first. */
export async function findAudit(db: Db, { subjectKind, subjectId, limit = 50 }: FindAudit) {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, subjectKind), eq(auditLog.subjectId, subjectId)))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}
