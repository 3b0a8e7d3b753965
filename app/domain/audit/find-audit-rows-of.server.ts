import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** What she did herself, and what others did with her record: without who they were, and without their notes of others. */
export async function findAuditRowsOf(db: Db, { personIds }: { personIds: readonly string[] }) {
  const hers = [...personIds];
  const isAbout = and(eq(auditLog.subjectKind, 'person'), inArray(auditLog.subjectId, hers));
  const rows = await db
    .select({
      at: auditLog.at,
      action: auditLog.action,
      areaCode: auditLog.areaCode,
      purpose: auditLog.purpose,
      byHerself: sql<number>`${inArray(auditLog.actorId, hers)} is true`,
      aboutHerself: sql<number>`${isAbout}`,
    })
    .from(auditLog)
    .where(or(isAbout, inArray(auditLog.actorId, hers)))
    .orderBy(asc(auditLog.id));
  return {
    auditLog: rows.map(({ byHerself, aboutHerself, ...row }) => ({
      ...row,
      byHerself: byHerself === 1,
      aboutHerself: aboutHerself === 1,
    })),
  };
}
