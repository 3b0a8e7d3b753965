import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { completionCounts } from '../../app/db/schema.server';
import type { Db } from '../../app/db/store.server';
import { jstDates } from '../../app/lib/clock';

export type MonthFigures = {
  /** YYYY-MM in Japan. */
  month: string;
  cells: number;
  completions: number;
  people: number;
  /** Over every cell of the month: area, programme, audience, both counts. */
  digest: string;
};

const NATION = '000000';
const EVERY = '*';

/** The month before the one of `at`, in Japan. */
export function lastMonth(at: Date): string {
  const { month } = jstDates(at);
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** The report of one month, every area, as the counts stand. */
export async function findMonthFigures(db: Db, month: string): Promise<MonthFigures> {
  const rows = await db
    .select()
    .from(completionCounts)
    .where(eq(completionCounts.month, month))
    .orderBy(
      asc(completionCounts.areaCode),
      asc(completionCounts.fiscalYear),
      asc(completionCounts.programmeCode),
      asc(completionCounts.audience),
    );
  const hash = createHash('sha256');
  let nation = { completions: 0, people: 0 };
  for (const row of rows) {
    const { areaCode, fiscalYear, programmeCode, audience, completions, people } = row;
    hash.update(
      `${areaCode}|${fiscalYear}|${programmeCode}|${audience}|${completions}|${people}\n`,
    );
    if (areaCode === NATION && programmeCode === EVERY && audience === EVERY) {
      nation = { completions, people };
    }
  }
  return { month, cells: rows.length, ...nation, digest: hash.digest('hex') };
}
