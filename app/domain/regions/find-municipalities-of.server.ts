import { and, asc, eq, notInArray } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionKind } from '~/db/tables/regions';

export type Municipality = { code: string; kind: RegionKind; name: string; kana: string };

/** The counted municipalities of a prefecture in the order of their codes, without wards of designated cities. */
export async function findMunicipalitiesOf(
  db: Db,
  prefectureCode: string,
): Promise<Municipality[]> {
  return await db
    .select({ code: regions.code, kind: regions.kind, name: regions.name, kana: regions.kana })
    .from(regions)
    .where(
      and(
        eq(regions.prefectureCode, prefectureCode),
        eq(regions.counted, true),
        notInArray(regions.kind, ['prefecture', 'administrative-ward']),
      ),
    )
    .orderBy(asc(regions.code));
}
