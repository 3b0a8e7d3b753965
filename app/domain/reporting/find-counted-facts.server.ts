import { and, eq, inArray, sql } from 'drizzle-orm';
import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { areasAbove } from './area-closure.server';
import type { CountedFacts } from './count-cells';

export type FindCountedFacts = { personIds: readonly string[]; fiscalYear?: number };

/** What these people completed, with every area it counts for. */
export async function findCountedFacts(
  db: Db,
  { personIds, fiscalYear }: FindCountedFacts,
): Promise<(CountedFacts & { id: string; personId: string })[]> {
  const rows = await db
    .select({
      id: completions.id,
      personId: completions.personId,
      fiscalYear: completions.fiscalYear,
      month: completions.month,
      programmeCode: completions.programmeCode,
      audience: completions.audience,
      municipalityCode: completions.municipalityCode,
      prefectureCode: completions.prefectureCode,
    })
    .from(completions)
    .where(
      and(
        inArray(completions.personId, [...personIds]),
        fiscalYear === undefined ? undefined : eq(completions.fiscalYear, fiscalYear),
      ),
    );
  const codes = [...new Set(rows.map(({ municipalityCode }) => municipalityCode))];
  const given = sql`select value as code from json_each(${JSON.stringify(codes)})`;
  const pairs = await db
    .select({ code: sql<string>`pair.code`, areaCode: sql<string>`pair.area_code` })
    .from(sql`(with recursive ${areasAbove(given)} select code, area_code from counted_in) pair`);
  return rows.map(({ municipalityCode, ...facts }) => ({
    ...facts,
    areaCodes: pairs.flatMap(({ code, areaCode }) => (code === municipalityCode ? [areaCode] : [])),
  }));
}
