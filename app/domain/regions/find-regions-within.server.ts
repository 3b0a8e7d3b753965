import { and, asc, eq, ne } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';
import type { Day } from '~/lib/clock';
import {
  cityOf,
  isCityOf,
  isPrefectureOf,
  PLACE_COLUMNS,
  prefectureOf,
  type Place,
} from './place-columns.server';
import { validOn } from './valid-on.server';

export type FindRegionsWithin = {
  within: Bound<'grant'>;
  kind: 'prefecture' | 'municipality';
  day: Day;
  /** This one only. */
  code?: string;
  limit: number;
};

/** Prefectures, or municipalities and wards, that are there on that day and over which somebody gives roles; by code. */
export async function findRegionsWithin(
  db: Db,
  { within, kind, day, code, limit }: FindRegionsWithin,
): Promise<Place[]> {
  return db
    .select(PLACE_COLUMNS)
    .from(regions)
    .innerJoin(prefectureOf, isPrefectureOf)
    .leftJoin(cityOf, isCityOf)
    .where(
      and(
        kind === 'prefecture' ? eq(regions.kind, 'prefecture') : ne(regions.kind, 'prefecture'),
        kind === 'prefecture' ? undefined : eq(regions.counted, true),
        code === undefined ? undefined : eq(regions.code, code),
        withinAreas(regions.code, within),
        validOn(day),
      ),
    )
    .orderBy(asc(regions.code))
    .limit(limit);
}
