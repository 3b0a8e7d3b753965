import { and, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { authorised } from '~/db/authorised.server';
import { regionGroups, regions, regionSuccessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionKind } from '~/db/tables/regions';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import { NATION } from './count-cells';

export type ReportArea = {
  /** Of a group its id. */
  code: string;
  kind: RegionKind | 'nation' | 'group';
  /** Of a ward with its city: 堺市北区. */
  name: string;
  /** With the prefecture before it: 大阪府堺市北区. */
  fullName: string;
  /** The nation's for a group, whose members may lie anywhere. */
  prefectureCode: string;
  /** The designated city of a ward. */
  parentCode: string | null;
  /** What it was merged into, and from which day (YYYY-MM-DD) on. */
  became: { code: string; name: string; day: string } | null;
};

export type FindReportArea = { code: string; within: Bound<'report'> };

const city = alias(regions, 'city');
const prefecture = alias(regions, 'prefecture');
const successor = alias(regions, 'successor');

/** The area a report can be about: the nation (000000), a prefecture, a municipality, a ward or a group. Null when there is none within the bound. */
export async function findReportArea(
  db: Db,
  { code, within }: FindReportArea,
): Promise<Authorised<ReportArea> | null> {
  if (code === NATION) {
    const name = '全国';
    const nation = { code, kind: 'nation' as const, name, fullName: name };
    if (!within.everywhere) return null;
    return authorised(
      { ...nation, prefectureCode: NATION, parentCode: null, became: null },
      within,
    );
  }
  const [row] = await db
    .select({
      code: regions.code,
      kind: regions.kind,
      name: regions.name,
      prefectureCode: regions.prefectureCode,
      parentCode: regions.parentCode,
      cityName: city.name,
      prefectureName: prefecture.name,
      became: { code: successor.code, name: successor.name, day: regionSuccessions.day },
    })
    .from(regions)
    .leftJoin(city, eq(city.code, regions.parentCode))
    .leftJoin(prefecture, eq(prefecture.code, regions.prefectureCode))
    .leftJoin(regionSuccessions, eq(regionSuccessions.fromCode, regions.code))
    .leftJoin(successor, eq(successor.code, regionSuccessions.toCode))
    .where(
      and(eq(regions.code, code), eq(regions.counted, true), withinAreas(regions.code, within)),
    );
  if (!row) return findGroup(db, { code, within });
  const { cityName, prefectureName, became, ...area } = row;
  const name = (cityName ?? '') + area.name;
  const fullName = area.kind === 'prefecture' ? name : (prefectureName ?? '') + name;
  const { code: into, name: intoName, day } = became ?? {};
  const merged = into && intoName && day ? { code: into, name: intoName, day } : null;
  return authorised({ ...area, name, fullName, became: merged }, within);
}

async function findGroup(
  db: Db,
  { code, within }: FindReportArea,
): Promise<Authorised<ReportArea> | null> {
  if (!within.everywhere && !within.groupIds.includes(code)) return null;
  const [group] = await db
    .select({ code: regionGroups.id, name: regionGroups.name })
    .from(regionGroups)
    .where(
      and(eq(regionGroups.id, code), within.everywhere ? undefined : isNull(regionGroups.endedAt)),
    );
  if (!group) return null;
  return authorised(
    {
      ...group,
      kind: 'group' as const,
      fullName: group.name,
      prefectureCode: NATION,
      parentCode: null,
      became: null,
    },
    within,
  );
}
