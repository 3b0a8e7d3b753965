import { and, desc, eq } from 'drizzle-orm';
import { auditLog, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FindAudit = { subjectKind: string; subjectId: string; action?: string; limit?: number };

/** What was done to one subject and by whom, or one kind of deed alone, the newest first. */
export async function findAudit(db: Db, { subjectKind, subjectId, action, limit = 50 }: FindAudit) {
  return db
    .select({
      at: auditLog.at,
      action: auditLog.action,
      actorId: auditLog.actorId,
      actorName: people.name,
      areaCode: auditLog.areaCode,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(
      and(
        eq(auditLog.subjectKind, subjectKind),
        eq(auditLog.subjectId, subjectId),
        action ? eq(auditLog.action, action) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit);
}
