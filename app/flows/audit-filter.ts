import type { AuditFilter } from '~/domain/audit/find-audit-rows.server';
import { normaliseRegionCode } from '~/domain/regions/normalise-region-code';
import { jstDates, jstInstant } from '~/lib/clock';
import * as m from '~/paraglide/messages';

const TEXT_MAX_LENGTH = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

export const AUDIT_FIELDS = ['from', 'to', 'action', 'actor', 'area', 'subject'] as const;
export type AuditField = (typeof AUDIT_FIELDS)[number];
export type TypedAuditFilter = Record<AuditField, string>;

/** What to search for in the log, as it stands in the address: `typed` to show again, `errors` where it cannot be read. */
export function readAuditFilter(search: URLSearchParams): {
  typed: TypedAuditFilter;
  filter: AuditFilter;
  errors: Partial<TypedAuditFilter>;
} {
  const typed = Object.fromEntries(
    AUDIT_FIELDS.map((name) => [name, textOf(search.get(name))]),
  ) as TypedAuditFilter;
  const errors: Partial<TypedAuditFilter> = {};
  const from = dayOf(typed.from);
  const to = dayOf(typed.to);
  if (typed.from && !from) errors.from = m.audit_error_day();
  if (typed.to && !to) errors.to = m.audit_error_day();
  if (from && to && from > to) errors.to = m.audit_error_order();
  const areaCode = typed.area ? normaliseRegionCode(typed.area) : null;
  if (typed.area && !areaCode) errors.area = m.audit_error_area();
  const until = to && new Date(to.getTime() + DAY_MS);
  const { action, actor, subject } = typed;
  return {
    typed,
    errors,
    filter: { from, until, action: action || null, actor, areaCode, subject },
  };
}

/** The same search as the end of an address; with `before` it goes on behind that row. */
export function auditSearch(typed: TypedAuditFilter, before?: number): string {
  const named = AUDIT_FIELDS.flatMap((name) => (typed[name] ? [[name, typed[name]]] : []));
  const search = new URLSearchParams([...named, ...(before ? [['before', String(before)]] : [])]);
  return search.size > 0 ? `?${search}` : '';
}

function textOf(value: string | null): string {
  return Buffer.from((value ?? '').trim().slice(0, TEXT_MAX_LENGTH), 'utf8').toString('utf8');
}

/** The beginning of a day in Japan; null for what is no day. */
function dayOf(day: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const at = jstInstant(day);
  const isDay = !Number.isNaN(at.getTime()) && jstDates(at).day === day;
  return isDay ? at : null;
}
