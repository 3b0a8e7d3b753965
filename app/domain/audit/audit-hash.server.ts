import { createHash } from 'node:crypto';

export type AuditFacts = {
  previousHash: string | null;
  at: Date;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  areaCode: string | null;
  detail: unknown;
  purpose: string | null;
};

/** The link of the chain: SHA-256 over the row before and every fact of this one, in an order that never changes. */
export function auditHash(row: AuditFacts): string {
  const facts = [
    row.previousHash,
    row.at.getTime(),
    row.actorId,
    row.action,
    row.subjectKind,
    row.subjectId,
    row.areaCode,
    row.detail,
    row.purpose,
  ];
  return createHash('sha256').update(JSON.stringify(facts, withSortedKeys)).digest('hex');
}

/** An object says the same whatever the order of its keys. */
function withSortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
