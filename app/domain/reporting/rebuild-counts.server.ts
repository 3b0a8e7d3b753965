import { sql } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { NATION } from './count-cells';

// Each completion once for every cell it falls in.
const EVERY_OR_ONE = sql.raw('(select 0 as every union all select 1 as every)');
const AREA_KINDS = sql.raw(
  '(select 1 as kind union all select 2 as kind union all select 3 as kind union all select 4 as kind)',
);
const CELL = sql.raw(
  [
    `case area.kind when 1 then f.municipality_code when 2 then f.city_code when 3 then f.prefecture_code else '${NATION}' end as area_code`,
    'f.fiscal_year as fiscal_year',
    `case p.every when 1 then '*' else f.programme_code end as programme_code`,
    `case m.every when 1 then '*' else f.month end as month`,
    `case a.every when 1 then '*' else f.audience end as audience`,
  ].join(', '),
);
const SPREAD = sql`cross join ${AREA_KINDS} area cross join ${EVERY_OR_ONE} p cross join ${EVERY_OR_ONE} m
  cross join ${EVERY_OR_ONE} a where (area.kind <> 2 or f.city_code is not null)`;

const INTO = sql.raw(
  'insert into completion_counts (area_code, fiscal_year, programme_code, month, audience, completions, people)',
);
const BY_CELL = sql.raw('group by 1, 2, 3, 4, 5');

/**
 * Counts every completion anew. Nearly everybody completes one thing a year, so persons are first
 * taken to be as many as completions, and then those met again in a cell are taken off.
 */
export async function rebuildCounts(db: Db): Promise<void> {
  await db.run(sql`delete from completion_counts`);
  for (const area of ['municipality_code', 'prefecture_code', `'${NATION}'`]) {
    await db.run(sql`${INTO}
      select ${sql.raw(area)}, fiscal_year, programme_code, month, audience, count(*), count(*)
      from completions ${BY_CELL}`);
  }
  await db.run(sql`${INTO}
    select r.parent_code, n.fiscal_year, n.programme_code, n.month, n.audience, sum(n.completions), sum(n.people)
    from completion_counts n join regions r on r.code = n.area_code
    where r.parent_code is not null ${BY_CELL}
    on conflict (area_code, fiscal_year, programme_code, month, audience) do update set
      completions = completion_counts.completions + excluded.completions,
      people = completion_counts.people + excluded.people`);
  for (const cell of [
    "programme_code, month, '*'",
    "programme_code, '*', audience",
    "'*', month, audience",
  ]) {
    await db.run(sql`${INTO}
      select area_code, fiscal_year, ${sql.raw(cell)}, sum(completions), sum(people)
      from completion_counts ${BY_CELL}`);
  }
  await db.run(sql`${INTO}
    select area_code, fiscal_year, programme_code, month, audience, 0, -sum(again) from (
      select person_id, area_code, fiscal_year, programme_code, month, audience, count(*) - 1 as again from (
        select f.person_id, ${CELL} from (
          select c.person_id, c.municipality_code, r.parent_code as city_code, c.prefecture_code,
            c.fiscal_year, c.programme_code, c.month, c.audience
          from (
            select person_id, fiscal_year from completions group by 1, 2 having count(*) > 1
          ) often
          join completions c on c.person_id = often.person_id and c.fiscal_year = often.fiscal_year
          left join regions r on r.code = c.municipality_code
        ) f ${SPREAD}
      ) cell
      group by 1, 2, 3, 4, 5, 6 having count(*) > 1
    ) met
    group by 1, 2, 3, 4, 5
    on conflict (area_code, fiscal_year, programme_code, month, audience)
      do update set people = completion_counts.people + excluded.people`);
}
