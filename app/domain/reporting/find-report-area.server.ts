import { eq } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionKind } from '~/db/tables/regions';
import { NATION } from './count-cells';

export type ReportArea = {
  code: string;
  kind: RegionKind | 'nation';
  name: string;
  prefectureCode: string;
  /** The designated city of a ward. */
  parentCode: string | null;
};

/** The area a report can be about: the nation (000000), a prefecture, a municipality or a ward. Null when there is none. */
export async function findReportArea(db: Db, code: string): Promise<ReportArea | null> {
  if (code === NATION) {
    return { code, kind: 'nation', name: '全国', prefectureCode: NATION, parentCode: null };
  }
  const [area] = await db
    .select({
      code: regions.code,
      kind: regions.kind,
      name: regions.name,
      prefectureCode: regions.prefectureCode,
      parentCode: regions.parentCode,
    })
    .from(regions)
    .where(eq(regions.code, code));
  return area ?? null;
}
