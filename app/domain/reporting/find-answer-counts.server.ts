import { sql } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import { areasAbove } from './area-closure.server';
import { NATION } from './count-cells';

/** How many answered, by what: `before`, `after`, `later`, `paired`, and each with an item: `after:satisfied`. */
export type AnswerCounts = {
  programmeCodes: string[];
  of: (areaCode: string, programmeCode: string, what: string) => number;
};

/**
 * Counts of every area in a fiscal year, for saying which of them may be shown. Of months that are over
 * only: from one day to the next a figure would tell what the one said who answered in between.
 */
export async function findAnswerCounts(
  db: Db,
  { fiscalYear, at }: { fiscalYear: number; at: Date },
): Promise<AnswerCounts> {
  const place = sql.raw('a.municipality_code, a.prefecture_code, a.programme_code');
  const pairs = sql`questionnaire_answers a join questionnaire_answers b
    on b.pair_key = a.pair_key and b.phase = 'before' and b.version = a.version`;
  const inYear = sql`a.fiscal_year = ${fiscalYear} and a.month < ${jstDates(at).month}`;
  const rows = await db
    .select({
      area: sql<string>`found.area`,
      programme: sql<string>`found.programme`,
      what: sql<string>`found.what`,
      n: sql<number>`found.n`,
    })
    .from(
      sql`(with recursive facts(municipality_code, prefecture_code, programme_code, what, n) as materialized (
      select ${place}, a.phase, count(*) from questionnaire_answers a
        where ${inYear} group by 1, 2, 3, 4
      union all select ${place}, a.phase || ':' || e.key, count(*)
        from questionnaire_answers a, json_each(a.answers) e
        where ${inYear} and a.phase in ('after', 'later') group by 1, 2, 3, 4
      union all select ${place}, 'paired', count(*) from ${pairs}
        where ${inYear} and a.phase = 'after' group by 1, 2, 3, 4
      union all select ${place}, 'paired:' || e.key, count(*)
        from ${pairs}, json_each(a.answers) e, json_each(b.answers) f
        where ${inYear} and a.phase = 'after' and f.key = e.key group by 1, 2, 3, 4
    ), ${areasAbove(sql`select distinct municipality_code as code from facts where municipality_code is not null`)}
    select area, programme_code as programme, what, sum(n) as n from (
      select i.area_code as area, programme_code, what, n
        from facts join counted_in i on i.code = facts.municipality_code
      union all select prefecture_code, programme_code, what, n from facts
        where prefecture_code is not null
      union all select ${NATION}, programme_code, what, n from facts
    ) group by 1, 2, 3) found`,
    );
  const counts = new Map(
    rows.map(({ area, programme, what, n }) => [`${area} ${programme} ${what}`, n]),
  );
  return {
    programmeCodes: [...new Set(rows.map(({ programme }) => programme))].sort(),
    of: (areaCode, programmeCode, what) => counts.get(`${areaCode} ${programmeCode} ${what}`) ?? 0,
  };
}
