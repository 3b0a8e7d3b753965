import { and, eq, isNull, ne } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import {
  cityOf,
  isCityOf,
  isPrefectureOf,
  PLACE_COLUMNS,
  prefectureOf,
  type Place,
} from './place-columns.server';

/** The municipality or ward that somebody enrols people for; null where it is not hers or there is none. */
export async function findEnrollingArea(
  db: Db,
  { code, within }: { code: string; within: Bound<'enrolment'> },
): Promise<Authorised<Place> | null> {
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
        isNull(regions.validUntil),
        withinAreas(regions.code, within),
      ),
    );
  return row ? authorised(row, within) : null;
}
