import { sql } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { areasAbove, areasBelow } from './area-closure.server';
import { NATION, type CountedPlace } from './count-cells';
import { takeOffRepeats } from './take-off-repeats.server';

const INTO = sql.raw(
  'insert into completion_counts (area_code, fiscal_year, programme_code, month, audience, completions, people)',
);
const BY_CELL = sql.raw('group by 1, 2, 3, 4, 5');
/**
 * Counts every completion anew, or those of one area or group in one fiscal year. Nearly everybody
 * completes one thing a year, so persons are first taken to be as many as completions, and then
 * those met again in a cell are taken off.
 */
export async function rebuildCounts(db: Db, only: CountedPlace | null = null): Promise<void> {
  const here = only
    ? sql`where area_code = ${only.areaCode} and fiscal_year = ${only.fiscalYear}`
    : sql``;
  await db.run(sql`delete from completion_counts ${here}`);
  if (only) await countOne(db, only);
  else await countEvery(db);
  for (const cell of [
    "programme_code, month, '*'",
    "programme_code, '*', audience",
    "'*', month, audience",
  ]) {
    await db.run(sql`${INTO}
      select area_code, fiscal_year, ${sql.raw(cell)}, sum(completions), sum(people)
      from completion_counts ${here} ${BY_CELL}`);
  }
  await takeOffRepeats(db, only);
}

async function countEvery(db: Db): Promise<void> {
  for (const area of ['municipality_code', 'prefecture_code', `'${NATION}'`]) {
    await db.run(sql`${INTO}
      select ${sql.raw(area)}, fiscal_year, programme_code, month, audience, count(*), count(*)
      from completions ${BY_CELL}`);
  }
  // Grouped before it is written: what an area takes from below must not be taken from it again.
  await db.run(sql`${INTO}
    with recursive ${areasAbove()}
    select i.area_code, n.fiscal_year, n.programme_code, n.month, n.audience, sum(n.completions), sum(n.people)
    from completion_counts n join counted_in i on i.code = n.area_code and i.area_code <> i.code
    where true ${BY_CELL}
    on conflict (area_code, fiscal_year, programme_code, month, audience) do update set
      completions = completion_counts.completions + excluded.completions,
      people = completion_counts.people + excluded.people`);
}

async function countOne(db: Db, { areaCode, fiscalYear }: CountedPlace): Promise<void> {
  await db.run(sql`${INTO}
    with recursive ${areasBelow(areaCode)}
    select ${areaCode}, fiscal_year, programme_code, month, audience, count(*), count(*)
    from completions
    where municipality_code in (select code from below) and fiscal_year = ${fiscalYear} ${BY_CELL}`);
}
