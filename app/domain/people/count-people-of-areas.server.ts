import { and, count, countDistinct, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { people, regions, roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';

export type CountPeopleOfAreas = {
  areaCodes: readonly string[];
  within: Bound<'merger'>;
  at: Date;
};

/** How many accounts name these areas or their wards, and how many people hold a role over them. */
export async function countPeopleOfAreas(
  db: Db,
  { areaCodes, within, at }: CountPeopleOfAreas,
): Promise<{ registered: number; officers: number }> {
  if (!within.everywhere) return { registered: 0, officers: 0 };
  const codes = [...areaCodes];
  const [named] = await db
    .select({ n: count() })
    .from(people)
    .innerJoin(regions, eq(regions.code, people.municipalityCode))
    .where(
      and(
        or(inArray(regions.code, codes), inArray(regions.parentCode, codes)),
        isNotNull(people.registeredAt),
        isNull(people.erasedAt),
      ),
    );
  const [held] = await db
    .select({ n: countDistinct(roleGrants.personId) })
    .from(roleGrants)
    .where(
      and(
        inArray(roleGrants.areaCode, codes),
        or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at)),
      ),
    );
  return { registered: named?.n ?? 0, officers: held?.n ?? 0 };
}
