import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { jstDates } from '~/lib/clock';
import { areasBelow } from './area-closure.server';
import { findAnswerCounts } from './find-answer-counts.server';
import { findAreasAround } from './find-areas-around.server';
import type { ReportArea } from './find-report-area.server';
import { whyHidden, type Hidden } from './why-hidden';

/** A count, or why it is not shown. */
export type ShownCount = number | Hidden;
export type ShownItem<T> = ({ n: number } & T) | Hidden;

export type ProgrammeEffect = {
  programmeCode: string;
  before: ShownCount;
  after: ShownCount;
  paired: ShownCount;
  later: ShownCount;
  /** By item: means of those who answered both times to the same questions. */
  changes: Record<string, ShownItem<{ before: number; after: number }>>;
  /** By question and answer, how many: of `after` and of `later`. */
  tallies: Record<'after' | 'later', Record<string, ShownItem<{ by: Record<number, number> }>>>;
};

export type FindEffect = { area: Authorised<ReportArea>; fiscalYear: number; at: Date };

/** What was answered in the months of a fiscal year that are over, by programme. What must not be shown does not leave here. */
export async function findEffect(
  db: Db,
  { area, fiscalYear, at }: FindEffect,
): Promise<ProgrammeEffect[]> {
  const counts = await findAnswerCounts(db, { fiscalYear, at });
  const around = await findAreasAround(db, { area, at });
  const inYear = sql`a.fiscal_year = ${fiscalYear} and a.month < ${jstDates(at).month}
    and ${isIn(area)}`;
  const changes = await db
    .select({
      programme: sql<string>`a.programme_code`,
      item: sql<string>`e.key`,
      before: sql<number>`avg(f.value)`,
      after: sql<number>`avg(e.value)`,
    })
    .from(
      sql`questionnaire_answers a join questionnaire_answers b
        on b.pair_key = a.pair_key and b.phase = 'before' and b.version = a.version,
        json_each(a.answers) e, json_each(b.answers) f`,
    )
    .where(sql`${inYear} and a.phase = 'after' and f.key = e.key`)
    .groupBy(sql`1, 2`);
  const tallies = await db
    .select({
      programme: sql<string>`a.programme_code`,
      phase: sql<'after' | 'later'>`a.phase`,
      item: sql<string>`e.key`,
      value: sql<number>`e.value`,
      n: sql<number>`count(*)`,
    })
    .from(sql`questionnaire_answers a, json_each(a.answers) e`)
    .where(sql`${inYear} and a.phase in ('after', 'later')`)
    .groupBy(sql`1, 2, 3, 4`);
  return counts.programmeCodes.flatMap((programmeCode) => {
    const shown = (what: string): ShownCount => {
      const countOf = (code: string) => counts.of(code, programmeCode, what);
      return whyHidden({ code: area.code, around, countOf }) ?? countOf(area.code);
    };
    /** An item is shown where its own count and that of everybody asked may be. */
    const item = <T>(of: string, id: string, figures: T): ShownItem<T> => {
      const all = shown(of);
      const own = shown(`${of}:${id}`);
      if (typeof all !== 'number') return all;
      return typeof own === 'number' ? { n: own, ...figures } : own;
    };
    const effect: ProgrammeEffect = {
      programmeCode,
      ...{ before: shown('before'), after: shown('after') },
      ...{ paired: shown('paired'), later: shown('later') },
      changes: {},
      tallies: { after: {}, later: {} },
    };
    for (const { programme, item: id, before, after } of changes) {
      if (programme === programmeCode) effect.changes[id] = item('paired', id, { before, after });
    }
    for (const { programme, phase, item: id, value, n } of tallies) {
      if (programme !== programmeCode) continue;
      const known =
        effect.tallies[phase][id] ?? item(phase, id, { by: {} as Record<number, number> });
      if (typeof known === 'object') known.by[value] = n;
      effect.tallies[phase][id] = known;
    }
    const isEmpty = [effect.before, effect.after, effect.later].every((count) => count === 0);
    return isEmpty ? [] : [effect];
  });
}

/** Rows `a` that count for an area: for the nation also those of learners without a municipality. */
function isIn({ code, kind }: ReportArea): SQL {
  if (kind === 'nation') return sql`1 = 1`;
  if (kind === 'prefecture') return sql`a.prefecture_code = ${code}`;
  return sql`a.municipality_code in (with recursive ${areasBelow(code)} select code from below)`;
}
