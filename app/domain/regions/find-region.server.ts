import { eq } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import {
  cityOf,
  isCityOf,
  isPrefectureOf,
  PLACE_COLUMNS,
  prefectureOf,
} from './place-columns.server';
import type { Place } from './place-columns.server';

/** A prefecture, municipality or ward by its 6-digit code. */
export async function findRegion(db: Db, code: string): Promise<Place | null> {
  const [row] = await db
    .select(PLACE_COLUMNS)
    .from(regions)
    .innerJoin(prefectureOf, isPrefectureOf)
    .leftJoin(cityOf, isCityOf)
    .where(eq(regions.code, code));
  return row ?? null;
}
