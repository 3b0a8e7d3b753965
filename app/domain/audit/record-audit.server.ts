import { desc } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { auditHash } from './audit-hash.server';

export type RecordAudit = {
  at: Date;
  /** Null for what the service does by itself. */
  actorId: string | null;
  /** What was done, e.g. "certificate.withdraw". Each has its words on the pages of the log. */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** The area whose officers may read this row: 6-digit code. */
  areaCode?: string | null;
  /** Ids, counts and codes. Never a name, an address or free text about a person. */
  detail?: Record<string, unknown> | null;
  /** Why a list of names was looked at, in the words of who looked. Never a name of who is on it. */
  purpose?: string | null;
};

/**
 * Who did what to whom; in the same transaction as the deed. Each row carries a hash over the
 * row before and itself, so that a row changed or taken out later is found by `npm run audit:verify`.
 * Reading the last row is safe because writing transactions come one at a time (`BEGIN IMMEDIATE`,
 * also across processes); an engine that writes side by side needs a lock on the log here.
 */
export async function recordAudit(db: Db, input: RecordAudit): Promise<void> {
  const [last] = await db
    .select({ hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.id))
    .limit(1);
  const row = {
    at: input.at,
    actorId: asStored(input.actorId),
    action: input.action,
    subjectKind: input.subjectKind,
    subjectId: asStored(input.subjectId) ?? '',
    areaCode: input.areaCode ?? null,
    detail: input.detail
      ? (JSON.parse(JSON.stringify(input.detail)) as Record<string, unknown>)
      : null,
    purpose: asStored(input.purpose),
    previousHash: last?.hash ?? null,
  };
  await db.insert(auditLog).values({ ...row, hash: auditHash(row) });
}

/** Half a surrogate pair cannot be written as UTF-8; hashed as it will be read back. */
function asStored(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : Buffer.from(text, 'utf8').toString('utf8');
}
