import { sql } from 'drizzle-orm';

/**
 * Pairs of a municipality or ward and everything its completions count for beside its prefecture and
 * the nation: itself, its city, what it was merged into, and the groups that any of these belong to.
 * To be put behind `with recursive`; gives `counted_in(code, area_code)`. `codes` is a query of codes.
 */
export const areasAbove = (codes = sql`select code from regions`) => sql`
  above(code, area_code) as (
    select code, code from (${codes})
    union select above.code, r.parent_code from above
      join regions r on r.code = above.area_code where r.parent_code is not null
    union select above.code, s.to_code from above
      join region_successions s on s.from_code = above.area_code
  ), counted_in(code, area_code) as (
    select code, area_code from above
    union select above.code, m.group_id from above
      join region_group_members m on m.area_code = above.area_code
  )`;

/** The other way round: `below(code)` is everything whose completions count for one area or group. */
export const areasBelow = (areaCode: string) => sql`
  below(code) as (
    select code from regions where code = ${areaCode}
    union select area_code from region_group_members where group_id = ${areaCode}
    union select r.code from below join regions r on r.parent_code = below.code
    union select s.from_code from below join region_successions s on s.to_code = below.code
  )`;

/** `same_person(id, person_id)`: each record that was merged into another, with the one that stands for all. */
export const SAME_PERSON = sql`
  led(id, person_id) as (
    select merged_id, kept_id from person_merges where undone_at is null
    union select led.id, m.kept_id from led
      join person_merges m on m.merged_id = led.person_id and m.undone_at is null
  ), same_person(id, person_id) as (
    select id, person_id from led where not exists (
      select 1 from person_merges m where m.merged_id = led.person_id and m.undone_at is null)
  )`;
