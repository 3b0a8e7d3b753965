import type { Cell } from '~/documents/table';
import type { Db } from '~/db/store.server';
import { findActorRoles } from '~/domain/audit/find-actor-roles.server';
import { findAuditRows, type AuditFilter } from '~/domain/audit/find-audit-rows.server';
import { findRegion } from '~/domain/regions/find-region.server';
import type { Bound } from '~/lib/bound';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import type { Place } from '~/domain/regions/place-columns.server';
import { actionWord, actorRoleWords, subjectWord } from './audit-words';

export type ReadAudit = AuditFilter & {
  within: Bound<'audit'>;
  limit: number;
  offset?: number;
  before?: number;
};

/** Rows of the audit log in the words of the page and of the file. */
export async function readAudit(db: Db, input: ReadAudit) {
  const found = await findActorRoles(db, await findAuditRows(db, input));
  const codes = [...new Set(found.flatMap(({ areaCode }) => areaCode ?? []))];
  const places = new Map<string, string>();
  for (const code of codes) {
    const place = await findRegion(db, code);
    if (place) places.set(code, placeNames(place));
  }
  return found.map((row) => {
    const { rows: count, ...detail } = row.detail ?? {};
    return {
      id: row.id,
      at: auditTime(row.at),
      stamp: row.at.toISOString(),
      actor: row.actorName ?? (row.actorId ? m.audit_actor_gone() : m.audit_actor_service()),
      actorNumber: row.actorNumber,
      roles: actorRoleWords(row.roles),
      action: actionWord(row.action),
      area: row.areaCode && (places.get(row.areaCode) ?? row.areaCode),
      subject: `${subjectWord(row.subjectKind)} ${row.subjectId}`,
      purpose: row.purpose,
      count:
        typeof count === 'number' ? m.audit_count({ count: count.toLocaleString('ja-JP') }) : '',
      detail: detailWords(detail),
    };
  });
}

/** "令和8年（2026年）11月21日 10:42" */
export function auditTime(at: Date): string {
  return `${formatDay(jstDates(at).day)} ${formatTime(at)}`;
}

/** "大阪府 堺市 堺区"; a prefecture is not named twice. */
function placeNames({ prefectureName, cityName, name }: Place): string {
  return [...new Set([prefectureName, cityName, name])].filter(Boolean).join(' ');
}

/** "page: 1, searched: false": ids, counts and codes as they are, without what is empty. */
function detailWords(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])
    .filter(([, value]) => value && value !== '[]' && value !== 'null')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

const ROWS_AT_ONCE = 500;

/** The lines of the log as a file, read on while it is written. */
export async function* auditFileRows(
  db: Db,
  asked: AuditFilter & { within: Bound<'audit'> },
): AsyncGenerator<readonly Cell[]> {
  yield [
    ...[m.audit_col_number(), m.audit_col_at(), m.audit_col_actor(), m.audit_col_actor_number()],
    ...[m.audit_col_role(), m.audit_col_action(), m.audit_col_area(), m.audit_col_subject()],
    ...[m.audit_col_purpose(), m.audit_col_count(), m.audit_col_detail()],
  ];
  for (let before: number | undefined; ;) {
    const rows = await readAudit(db, { ...asked, limit: ROWS_AT_ONCE, ...(before && { before }) });
    for (const row of rows) {
      yield [
        ...[row.id, row.stamp, row.actor, row.actorNumber ?? '', row.roles, row.action],
        ...[row.area ?? '', row.subject, row.purpose ?? '', row.count, row.detail],
      ];
    }
    if (rows.length < ROWS_AT_ONCE) return;
    before = rows.at(-1)!.id;
  }
}
