import { and, eq, sql } from 'drizzle-orm';
import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { SAME_PERSON } from './area-closure.server';
import { ALL } from './count-cells';

export type HostFigures = {
  /** 延べ and 実人数 by programme and month; "*" stands for all of them. */
  cells: { programmeCode: string; month: string; completions: number; people: number }[];
  /** Fiscal years in which somebody completed something here, the newest first. */
  years: number[];
};
export type FindHostFigures = { organisation: Authorised<{ id: string }>; fiscalYear: number };

/** What was completed under a host in a fiscal year, counted from its own completions. */
export async function findHostFigures(
  db: Db,
  { organisation, fiscalYear }: FindHostFigures,
): Promise<HostFigures> {
  const own = eq(completions.organisationId, organisation.id);
  const years = await db
    .selectDistinct({ fiscalYear: completions.fiscalYear })
    .from(completions)
    .where(own)
    .orderBy(sql`1 desc`);
  const theirs = sql`(
    with recursive ${SAME_PERSON}
    select coalesce(s.person_id, ${completions.personId}) as person_id,
      ${completions.programmeCode} as programme_code, ${completions.month} as month
    from ${completions} left join same_person s on s.id = ${completions.personId}
    where ${and(own, eq(completions.fiscalYear, fiscalYear))}
  ) done`;
  const every = sql`(select 0 as every union all select 1)`;
  const cells = await db
    .select({
      programmeCode: sql<string>`case p.every when 1 then ${ALL} else done.programme_code end`,
      month: sql<string>`case m.every when 1 then ${ALL} else done.month end`,
      completions: sql<number>`count(*)`,
      people: sql<number>`count(distinct done.person_id)`,
    })
    .from(sql`${theirs} cross join ${every} p cross join ${every} m`)
    .groupBy(sql`1, 2`);
  return { cells, years: years.map((row) => row.fiscalYear) };
}
