import { asc, gt, sql } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { auditHash } from './audit-hash.server';

export type VerifyAudit = {
  /** Heads that were kept outside the log: each has to be found in it as it was. */
  heads: { id: number; hash: string }[];
  rowsAtOnce?: number;
};

/**
 * - `changed`: the row does not say what its hash was made of.
 * - `broken-link`: between this row and the one before it a row was taken out or put in.
 * - `without-hash`: put in by something that does not know the chain.
 * - `rewritten`: the chain holds, but this row had another hash when its head was kept.
 * - `shortened`: a row that was the head once is gone.
 */
export type AuditFault = 'changed' | 'broken-link' | 'without-hash' | 'rewritten' | 'shortened';

export type AuditVerdict = {
  /** Rows that were walked; `earlier` of them are from before the chain. */
  count: number;
  earlier: number;
  first: Date | null;
  last: Date | null;
  head: { id: number; hash: string } | null;
  /** The first row where something is wrong. */
  fault: { kind: AuditFault; id: number } | null;
};

const ROWS_AT_ONCE = 1000;

/** Walks the chain from its start, a slice at a time. */
export async function verifyAudit(
  db: Db,
  { heads, rowsAtOnce = ROWS_AT_ONCE }: VerifyAudit,
): Promise<AuditVerdict> {
  const kept = new Map(heads.map(({ id, hash }) => [id, hash]));
  const met = new Set<number>();
  const seen: AuditVerdict = {
    count: 0,
    earlier: 0,
    first: null,
    last: null,
    head: null,
    fault: null,
  };
  for (let after = 0, rows = await slice(db, after, rowsAtOnce); rows.length > 0;) {
    for (const row of rows) {
      const kind = faultOf(row, seen.head, kept.get(row.id));
      if (kind) return { ...seen, fault: { kind, id: row.id } };
      seen.count += 1;
      seen.first ??= row.at;
      seen.last = row.at;
      met.add(row.id);
      if (row.hash === null) seen.earlier += 1;
      else seen.head = { id: row.id, hash: row.hash };
      after = row.id;
    }
    await new Promise((resolve) => setImmediate(resolve));
    rows = await slice(db, after, rowsAtOnce);
  }
  const gone = heads.map(({ id }) => id).filter((id) => !met.has(id));
  if (gone.length === 0) return seen;
  return { ...seen, fault: { kind: 'shortened', id: Math.min(...gone) } };
}

type Row = Awaited<ReturnType<typeof slice>>[number];

function faultOf(row: Row, before: AuditVerdict['head'], kept?: string): AuditFault | null {
  if (row.hash === null) {
    if (kept) return 'rewritten';
    return before ? 'without-hash' : null;
  }
  const { hash, ...facts } = row;
  const detail = parsed(row.detail);
  if (detail === undefined || auditHash({ ...facts, detail }) !== hash) return 'changed';
  if (row.previousHash !== (before?.hash ?? null)) return 'broken-link';
  return kept !== undefined && kept !== hash ? 'rewritten' : null;
}

/** Undefined for what is not JSON any more. */
function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function slice(db: Db, after: number, limit: number) {
  const { id, at, actorId, action, subjectKind, subjectId, areaCode, purpose, ...chain } = auditLog;
  const { previousHash, hash } = chain;
  const detail = sql<string | null>`${auditLog.detail}`;
  return db
    .select({
      ...{ id, at, actorId, action, subjectKind, subjectId, areaCode, purpose },
      ...{ previousHash, hash, detail },
    })
    .from(auditLog)
    .where(gt(auditLog.id, after))
    .orderBy(asc(auditLog.id))
    .limit(limit);
}
