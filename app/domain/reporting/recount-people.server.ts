import { and, eq, sql } from 'drizzle-orm';
import { completionCounts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { cellKey } from './cell-key';
import { countCells, type CountCell } from './count-cells';
import { findCountedFacts } from './find-counted-facts.server';
import { findCountedPeople } from './find-counted-people.server';

export type RecountPeople<T> = {
  /** Everybody whose records the change brings together or takes apart. */
  personIds: readonly string[];
  /** Writes to `person_merges`, or moves completions between these people, in the same transaction. */
  change: () => Promise<T>;
};

type Met = { cell: CountCell; people: Set<string> };

/**
 * Keeps 実人数 right while records of one person are merged or a merge is undone: what these people
 * counted for in each of their cells is taken off, and what they count for after the change is put
 * on. 延べ stays as it is. It reads their completions only.
 */
export async function recountPeople<T>(
  db: Db,
  { personIds, change }: RecountPeople<T>,
): Promise<T> {
  const before = await findCountedPeople(db, personIds);
  const metBefore = await findMet(db, before);
  const result = await change();
  const after = await findCountedPeople(db, [...before.keys()]);
  const stranger = [...after.keys()].find((id) => !before.has(id));
  if (stranger)
    throw new Error(`Person ${stranger} was merged without being named for the recount`);
  const metAfter = await findMet(db, after);

  for (const key of new Set([...metBefore.keys(), ...metAfter.keys()])) {
    const { cell } = (metAfter.get(key) ?? metBefore.get(key))!;
    const more = (metAfter.get(key)?.people.size ?? 0) - (metBefore.get(key)?.people.size ?? 0);
    if (more !== 0) await addPeople(db, cell, more);
  }
  return result;
}

/** Who, of these people, is met in each cell. */
async function findMet(db: Db, records: Map<string, string>): Promise<Map<string, Met>> {
  const met = new Map<string, Met>();
  for (const facts of await findCountedFacts(db, { personIds: [...records.keys()] })) {
    for (const cell of countCells(facts)) {
      const found = met.get(cellKey(cell)) ?? { cell, people: new Set() };
      found.people.add(records.get(facts.personId)!);
      met.set(cellKey(cell), found);
    }
  }
  return met;
}

async function addPeople(db: Db, cell: CountCell, more: number): Promise<void> {
  await db
    .update(completionCounts)
    .set({ people: sql`${completionCounts.people} + ${more}` })
    .where(
      and(
        eq(completionCounts.areaCode, cell.areaCode),
        eq(completionCounts.fiscalYear, cell.fiscalYear),
        eq(completionCounts.programmeCode, cell.programmeCode),
        eq(completionCounts.month, cell.month),
        eq(completionCounts.audience, cell.audience),
      ),
    );
}
