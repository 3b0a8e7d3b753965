import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { authorised } from '~/db/authorised.server';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';

export type AuditArea = {
  code: string;
  name: string;
  prefectureCode: string;
  parentCode: string | null;
};

const city = alias(regions, 'city');

/** The area whose lists somebody may ask about; null when there is none within the bound. */
export async function findAuditArea(
  db: Db,
  { code, within }: { code: string; within: Bound<'audit'> },
): Promise<Authorised<AuditArea> | null> {
  const [row] = await db
    .select({
      code: regions.code,
      name: regions.name,
      cityName: city.name,
      prefectureCode: regions.prefectureCode,
      parentCode: regions.parentCode,
    })
    .from(regions)
    .leftJoin(city, eq(city.code, regions.parentCode))
    .where(and(eq(regions.code, code), withinAreas(regions.code, within)));
  if (!row) return null;
  const { cityName, ...area } = row;
  return authorised({ ...area, name: (cityName ?? '') + area.name }, within);
}
