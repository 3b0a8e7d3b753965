import { and, eq, sql } from 'drizzle-orm';
import { completionCounts, completions, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { countCells, type CountCell } from './count-cells';

const keyOf = (cell: CountCell) =>
  [cell.areaCode, cell.fiscalYear, cell.programmeCode, cell.month, cell.audience].join('|');

/**
 * Counts a completion that has just been written, once, in the same transaction. It adds a
 * completion to each of its cells, and a person to those where none of her others falls.
 */
export async function addToCounts(
  db: Db,
  { completionId }: { completionId: string },
): Promise<void> {
  const [person] = await db
    .select({ id: completions.personId, fiscalYear: completions.fiscalYear })
    .from(completions)
    .where(eq(completions.id, completionId));
  if (!person) throw new Error(`No completion ${completionId} to count`);

  const hers = await db
    .select({
      id: completions.id,
      fiscalYear: completions.fiscalYear,
      month: completions.month,
      programmeCode: completions.programmeCode,
      audience: completions.audience,
      municipalityCode: completions.municipalityCode,
      cityCode: regions.parentCode,
      prefectureCode: completions.prefectureCode,
    })
    .from(completions)
    .leftJoin(regions, eq(regions.code, completions.municipalityCode))
    .where(and(eq(completions.personId, person.id), eq(completions.fiscalYear, person.fiscalYear)));
  const earlier = new Set(
    hers.filter(({ id }) => id !== completionId).flatMap((facts) => countCells(facts).map(keyOf)),
  );
  const cells = hers.filter(({ id }) => id === completionId).flatMap(countCells);

  await db
    .insert(completionCounts)
    .values(
      cells.map((cell) => ({ ...cell, completions: 1, people: earlier.has(keyOf(cell)) ? 0 : 1 })),
    )
    .onConflictDoUpdate({
      target: [
        completionCounts.areaCode,
        completionCounts.fiscalYear,
        completionCounts.programmeCode,
        completionCounts.month,
        completionCounts.audience,
      ],
      set: {
        completions: sql`${completionCounts.completions} + 1`,
        people: sql`${completionCounts.people} + excluded.people`,
      },
    });
}
