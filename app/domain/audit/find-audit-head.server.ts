import { count, desc } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The last row of the log. Kept elsewhere, it shows later that no row was taken off the end. */
export type AuditHead = { id: number; hash: string; count: number };

/** Null while the log has no row with a hash. */
export async function findAuditHead(db: Db): Promise<AuditHead | null> {
  const [last] = await db
    .select({ id: auditLog.id, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.id))
    .limit(1);
  if (!last?.hash) return null;
  const [rows] = await db.select({ n: count() }).from(auditLog);
  return { id: last.id, hash: last.hash, count: rows!.n };
}
