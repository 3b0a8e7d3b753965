import { and, asc, eq, gte, inArray, like, lte, or } from 'drizzle-orm';
import { auditLog } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { lookedAtNames } from './looked-at-names.server';

/** While somebody stood on the lists of an area. */
export type ListedIn = { areaCode: string; from: Date; until: Date | null };

export type FindLooksAt = { personIds: readonly string[]; listedIn: readonly ListedIn[] };

export type Look = { at: Date; areaCode: string | null; kind: 'record' | 'list' };

/** When her record was opened, and when a list was looked at on which she stood. */
export async function findLooksAt(db: Db, { personIds, listedIn }: FindLooksAt): Promise<Look[]> {
  const isHers = and(
    eq(auditLog.subjectKind, 'person'),
    inArray(auditLog.subjectId, [...personIds]),
  );
  const lists = listedIn.map(({ areaCode, from, until }) =>
    and(
      like(auditLog.action, 'people.%'),
      eq(auditLog.areaCode, areaCode),
      gte(auditLog.at, from),
      until ? lte(auditLog.at, until) : undefined,
    ),
  );
  const rows = await db
    .select({
      at: auditLog.at,
      areaCode: auditLog.areaCode,
      subjectKind: auditLog.subjectKind,
    })
    .from(auditLog)
    .where(and(lookedAtNames(), or(isHers, ...lists)))
    .orderBy(asc(auditLog.id));
  return rows.map(({ subjectKind, ...row }) => ({
    ...row,
    kind: subjectKind === 'person' ? 'record' : 'list',
  }));
}
