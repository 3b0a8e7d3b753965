import { and, asc, eq, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { regionGroupMembers, regions, regionSuccessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import type { ReportArea } from './find-report-area.server';

export type ReportPart = {
  code: string;
  /** Of a member of a group with its prefecture, of a ward in a group with its city too. */
  name: string;
  /** Until which day (YYYY-MM-DD) it was there; it stands under what it was merged into, whose figures hold its own. */
  until: string | null;
};

export type FindReportParts = { area: Pick<ReportArea, 'kind' | 'code'>; at: Date };

const city = alias(regions, 'city');
const prefecture = alias(regions, 'prefecture');

/**
 * Prefectures of the nation by code; municipalities of a prefecture, wards of a designated city and
 * members of a group by their reading, each followed by what was merged into it; of any other area
 * only that.
 */
export async function findReportParts(
  db: Db,
  { area, at }: FindReportParts,
): Promise<ReportPart[]> {
  const { day: today } = jstDates(at);
  const rows = await db
    .select({
      code: regions.code,
      name: regions.name,
      cityName: city.name,
      prefectureName: prefecture.name,
      until: regions.validUntil,
      into: sql<string | null>`(select ${regionSuccessions.toCode} from ${regionSuccessions}
        where ${regionSuccessions.fromCode} = ${regions.code} and ${regionSuccessions.day} <= ${today} limit 1)`,
    })
    .from(regions)
    .leftJoin(city, eq(city.code, regions.parentCode))
    .leftJoin(prefecture, eq(prefecture.code, regions.prefectureCode))
    .where(and(isPartOf(area, today), or(isNull(regions.validFrom), lte(regions.validFrom, today))))
    .orderBy(area.kind === 'nation' ? asc(regions.code) : asc(regions.kana));

  const parts = rows.map(({ cityName, prefectureName, into, until, ...part }) => ({
    code: part.code,
    name: area.kind === 'group' ? (prefectureName ?? '') + (cityName ?? '') + part.name : part.name,
    until: until !== null && until < today ? until : null,
    into,
  }));
  const listed = new Set(parts.map(({ code }) => code));
  const under = (code: string): typeof parts =>
    parts.filter(({ into }) => into === code).flatMap((part) => [part, ...under(part.code)]);
  return parts
    .filter(({ into }) => into === null || !listed.has(into))
    .flatMap((part) => [part, ...under(part.code)])
    .map(({ into: _into, ...part }) => part);
}

function isPartOf({ kind, code }: FindReportParts['area'], today: string) {
  if (kind === 'nation') return eq(regions.kind, 'prefecture');
  if (kind === 'prefecture') {
    return and(
      eq(regions.prefectureCode, code),
      ne(regions.kind, 'prefecture'),
      ne(regions.kind, 'administrative-ward'),
      eq(regions.counted, true),
    );
  }
  if (kind === 'group') {
    return sql`${regions.code} in (select ${regionGroupMembers.areaCode} from ${regionGroupMembers} where ${regionGroupMembers.groupId} = ${code})`;
  }
  const merged = sql`${regions.code} in (select ${regionSuccessions.fromCode} from ${regionSuccessions}
    where ${regionSuccessions.toCode} = ${code} and ${regionSuccessions.day} <= ${today})`;
  return kind === 'designated-city' ? or(eq(regions.parentCode, code), merged) : merged;
}
