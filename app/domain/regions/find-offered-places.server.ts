import { and, eq, isNull, ne } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import {
  cityOf,
  isCityOf,
  isPrefectureOf,
  PLACE_COLUMNS,
  prefectureOf,
  type Place,
} from './place-columns.server';

/** Every municipality and ward that a person may belong to today. */
export async function findOfferedPlaces(db: Db): Promise<Place[]> {
  return await db
    .select(PLACE_COLUMNS)
    .from(regions)
    .innerJoin(prefectureOf, isPrefectureOf)
    .leftJoin(cityOf, isCityOf)
    .where(
      and(ne(regions.kind, 'prefecture'), eq(regions.counted, true), isNull(regions.validUntil)),
    );
}
