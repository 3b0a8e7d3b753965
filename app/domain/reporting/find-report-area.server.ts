import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionKind } from '~/db/tables/regions';
import { NATION } from './count-cells';

export type ReportArea = {
  code: string;
  kind: RegionKind | 'nation';
  /** Of a ward with its city: 堺市北区. */
  name: string;
  /** With the prefecture before it: 大阪府堺市北区. */
  fullName: string;
  prefectureCode: string;
  /** The designated city of a ward. */
  parentCode: string | null;
};

const city = alias(regions, 'city');
const prefecture = alias(regions, 'prefecture');

/** The area a report can be about: the nation (000000), a prefecture, a municipality or a ward. Null when there is none. */
export async function findReportArea(db: Db, code: string): Promise<ReportArea | null> {
  if (code === NATION) {
    const name = '全国';
    return { code, kind: 'nation', name, fullName: name, prefectureCode: NATION, parentCode: null };
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
    })
    .from(regions)
    .leftJoin(city, eq(city.code, regions.parentCode))
    .leftJoin(prefecture, eq(prefecture.code, regions.prefectureCode))
    .where(and(eq(regions.code, code), eq(regions.counted, true)));
  if (!row) return null;
  const { cityName, prefectureName, ...area } = row;
  const name = (cityName ?? '') + area.name;
  return {
    ...area,
    name,
    fullName: area.kind === 'prefecture' ? name : (prefectureName ?? '') + name,
  };
}
