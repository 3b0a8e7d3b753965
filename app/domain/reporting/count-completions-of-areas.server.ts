import { and, eq, inArray, sum } from 'drizzle-orm';
import { completionCounts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';
import { ALL } from './count-cells';

export type CountCompletionsOfAreas = { areaCodes: readonly string[]; within: Bound<'merger'> };

/** 延べ of all years under these codes. */
export async function countCompletionsOfAreas(
  db: Db,
  { areaCodes, within }: CountCompletionsOfAreas,
): Promise<number> {
  if (!within.everywhere) return 0;
  const [found] = await db
    .select({ n: sum(completionCounts.completions) })
    .from(completionCounts)
    .where(
      and(
        inArray(completionCounts.areaCode, [...areaCodes]),
        eq(completionCounts.programmeCode, ALL),
        eq(completionCounts.month, ALL),
        eq(completionCounts.audience, ALL),
      ),
    );
  return Number(found?.n ?? 0);
}
