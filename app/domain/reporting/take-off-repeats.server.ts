import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { areasAbove, areasBelow, SAME_PERSON } from './area-closure.server';
import { NATION, type CountedPlace } from './count-cells';

const INTO = sql.raw(
  'insert into completion_counts (area_code, fiscal_year, programme_code, month, audience, completions, people)',
);
const BY_CELL = sql.raw('group by 1, 2, 3, 4, 5');
// Each row once for every cell it falls in.
const EVERY_OR_ONE = sql.raw('(select 0 as every union all select 1 as every)');
const SPREAD = sql`cross join ${EVERY_OR_ONE} p cross join ${EVERY_OR_ONE} m cross join ${EVERY_OR_ONE} a`;
const CELL = sql.raw(
  [
    'f.area_code',
    'f.fiscal_year',
    `case p.every when 1 then '*' else f.programme_code end as programme_code`,
    `case m.every when 1 then '*' else f.month end as month`,
    `case a.every when 1 then '*' else f.audience end as audience`,
  ].join(', '),
);

/** Persons with several rows in a cell are one person there. */
export async function takeOffRepeats(db: Db, only: CountedPlace | null): Promise<void> {
  await db.run(sql`${INTO}
    with recursive ${SAME_PERSON}, ${only ? repeatsOfOne(only) : REPEATS}
    select area_code, fiscal_year, programme_code, month, audience, 0, -sum(again) from (
      select f.person_id, ${CELL}, count(*) - 1 as again
      from repeats f ${SPREAD}
      group by 1, 2, 3, 4, 5, 6 having count(*) > 1
    ) met
    where true ${BY_CELL}
    on conflict (area_code, fiscal_year, programme_code, month, audience)
      do update set people = completion_counts.people + excluded.people`);
}

const FACTS = sql.raw('fiscal_year, programme_code, month, audience');
const PERSON = sql.raw('coalesce(s.person_id, c.person_id)');

/** `repeats`: the completions of those who have several in a year, once for each area they count for. */
const REPEATS: SQL = sql`${areasAbove()}, often as (
    select ${PERSON} as person_id, fiscal_year from completions c left join same_person s on s.id = c.person_id
    group by 1, 2 having count(*) > 1
  ), theirs as materialized (
    select o.person_id, c.municipality_code, c.prefecture_code, c.fiscal_year, c.programme_code, c.month, c.audience
    from (
      select person_id as id, person_id, fiscal_year from often
      union all select s.id, o.person_id, o.fiscal_year from often o join same_person s on s.person_id = o.person_id
    ) o join completions c on c.person_id = o.id and c.fiscal_year = o.fiscal_year
  ), repeats as (
    select person_id, municipality_code as area_code, ${FACTS} from theirs
    union all select person_id, i.area_code, ${FACTS} from theirs
      join counted_in i on i.code = municipality_code and i.area_code <> i.code
    union all select person_id, prefecture_code, ${FACTS} from theirs
    union all select person_id, ${NATION}, ${FACTS} from theirs
  )`;

function repeatsOfOne({ areaCode, fiscalYear }: CountedPlace): SQL {
  return sql`${areasBelow(areaCode)}, here as materialized (
    select ${PERSON} as person_id, c.fiscal_year, c.programme_code, c.month, c.audience
    from completions c left join same_person s on s.id = c.person_id
    where c.municipality_code in (select code from below) and c.fiscal_year = ${fiscalYear}
  ), repeats as (
    select person_id, ${areaCode} as area_code, ${FACTS} from here where person_id in (
      select person_id from here group by 1 having count(*) > 1)
  )`;
}
