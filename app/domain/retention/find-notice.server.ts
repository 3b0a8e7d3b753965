import { and, desc, eq } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export const NOTICE_ACTION = 'retention.notice';

/** When she was last told that her record will be forgotten; the log is where that is kept. */
export async function findNotice(db: Db, { personId }: { personId: string }): Promise<Date | null> {
  const [row] = await db
    .select({ at: auditLog.at })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectKind, 'person'),
        eq(auditLog.subjectId, personId),
        eq(auditLog.action, NOTICE_ACTION),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row?.at ?? null;
}
