import { and, eq, ne } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
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

export type FindOfferedRegion = { code: string; day: Day };

/** A municipality or ward that people may choose on that day: it is counted and there. */
export async function findOfferedRegion(
  db: Db,
  { code, day }: FindOfferedRegion,
): Promise<Place | null> {
  const [row] = await db
    .select(PLACE_COLUMNS)
    .from(regions)
    .innerJoin(prefectureOf, isPrefectureOf)
    .leftJoin(cityOf, isCityOf)
    .where(
      and(
        eq(regions.code, code),
        ne(regions.kind, 'prefecture'),
        eq(regions.counted, true),
        validOn(day),
      ),
    );
  return row ?? null;
}
