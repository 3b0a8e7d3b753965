import { and, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import { auditLog, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';

export type AuditFilter = {
  /** From this instant on, and before that one. */
  from: Date | null;
  until: Date | null;
  action: string | null;
  /** A number, or part of a name, as it was typed. */
  actor: string;
  areaCode: string | null;
  /** The id of what it was done to. */
  subject: string;
};

export type FindAuditRows = AuditFilter & {
  within: Bound<'audit'>;
  limit: number;
  offset?: number;
  /** Only rows before this id, for reading on. */
  before?: number;
};

/** Rows of the log, the newest first. */
export async function findAuditRows(db: Db, input: FindAuditRows) {
  const { from, until, action, actor, areaCode, subject, within, before } = input;
  const one = areaCode && { areaCodes: [areaCode], groupIds: [], organisationIds: [] };
  return db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      actorId: auditLog.actorId,
      actorName: people.name,
      actorNumber: people.number,
      areaCode: auditLog.areaCode,
      subjectKind: auditLog.subjectKind,
      subjectId: auditLog.subjectId,
      purpose: auditLog.purpose,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(
      and(
        withinAreas(auditLog.areaCode, within),
        from ? gte(auditLog.at, from) : undefined,
        until ? lt(auditLog.at, until) : undefined,
        action ? eq(auditLog.action, action) : undefined,
        actor ? inArray(auditLog.actorId, actorsNamed(db, actor)) : undefined,
        one ? withinAreas(auditLog.areaCode, { everywhere: false, ...one }) : undefined,
        subject ? eq(auditLog.subjectId, subject) : undefined,
        before ? lt(auditLog.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(input.limit)
    .offset(input.offset ?? 0);
}

/** Whose number it is, or whose name or reading it is part of; spaces do not matter. */
function actorsNamed(db: Db, typed: string) {
  const part = `%${typed.replace(/[\s\u3000]/g, '').replace(/[\\%_]/g, '\\$&')}%`;
  const tight = (column: typeof people.name | typeof people.kana) =>
    sql`replace(replace(${column}, ' ', ''), '　', '') like ${part} escape '\\'`;
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  return db
    .select({ id: people.id })
    .from(people)
    .where(
      or(digits ? eq(people.number, digits) : undefined, tight(people.name), tight(people.kana)),
    );
}
