import { and, eq, inArray, or } from 'drizzle-orm';
import { completionCounts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { ALL } from './count-cells';
import { figuresOf, type CountedCell, type Figures } from './figures-of';
import type { ReportPart } from './find-report-parts.server';

export type FindPartFigures = {
  parts: ReportPart[];
  fiscalYear: number;
  programmeCode: string;
  /** Months of the year before that are compared. */
  before: string[];
};

/** The figures of each part, also of those without any. */
export async function findPartFigures(
  db: Db,
  input: FindPartFigures,
): Promise<(ReportPart & Figures)[]> {
  const { parts, fiscalYear, programmeCode, before } = input;
  const cellsOf = new Map<string, CountedCell[]>(parts.map(({ code }) => [code, []]));
  const { fiscalYear: year, month } = completionCounts;
  const cells = await db
    .select()
    .from(completionCounts)
    .where(
      and(
        inArray(completionCounts.areaCode, [...cellsOf.keys()]),
        eq(completionCounts.programmeCode, programmeCode),
        eq(completionCounts.audience, ALL),
        // What follows says the same more closely; these let the index lead to each cell.
        inArray(year, [fiscalYear, fiscalYear - 1]),
        inArray(month, [ALL, ...before]),
        or(
          and(eq(year, fiscalYear), eq(month, ALL)),
          and(eq(year, fiscalYear - 1), inArray(month, before)),
        ),
      ),
    );
  for (const cell of cells) cellsOf.get(cell.areaCode)?.push(cell);
  return parts.map((part) => ({ ...part, ...figuresOf(cellsOf.get(part.code) ?? [], input) }));
}
