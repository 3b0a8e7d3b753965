import { eq, sql } from 'drizzle-orm';
import { completionCounts, completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { cellKey } from './cell-key';
import { countCells } from './count-cells';
import { findCountedFacts } from './find-counted-facts.server';
import { findCountedPeople } from './find-counted-people.server';

/**
 * Counts a completion that has just been written, once, in the same transaction. It adds a
 * completion to each of its cells, and a person to those where none of her others falls.
 */
export async function addToCounts(
  db: Db,
  { completionId }: { completionId: string },
): Promise<void> {
  const [written] = await db
    .select({ personId: completions.personId, fiscalYear: completions.fiscalYear })
    .from(completions)
    .where(eq(completions.id, completionId));
  if (!written) throw new Error(`No completion ${completionId} to count`);

  const records = await findCountedPeople(db, [written.personId]);
  const hers = await findCountedFacts(db, {
    personIds: [...records.keys()],
    fiscalYear: written.fiscalYear,
  });
  const earlier = new Set(
    hers.filter(({ id }) => id !== completionId).flatMap((facts) => countCells(facts).map(cellKey)),
  );
  const cells = hers.filter(({ id }) => id === completionId).flatMap(countCells);

  await db
    .insert(completionCounts)
    .values(
      cells.map((cell) => ({
        ...cell,
        completions: 1,
        people: earlier.has(cellKey(cell)) ? 0 : 1,
      })),
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
