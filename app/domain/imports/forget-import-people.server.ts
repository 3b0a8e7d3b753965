import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type ForgetImportPeople = {
  personIds: readonly string[];
  /** What stands in a row of a list and means her alone: her number, her address. */
  marks: readonly string[];
  /** As they may stand in rows that were refused; somebody of the same name loses nothing by it. */
  names: readonly string[];
};

/**
 * Empties the rows of lists that brought somebody, the rows of other lists that meant the same person,
 * and those with her number or address in them. The accounts of the lists add up as before.
 */
export async function forgetImportPeople(
  db: Db,
  { personIds, marks, names }: ForgetImportPeople,
): Promise<void> {
  const hers = inArray(importRows.personId, [...personIds]);
  const keys = (await db.select({ key: importRows.rowKey }).from(importRows).where(hers)).flatMap(
    ({ key }) => key ?? [],
  );
  const has = (mark: string) => sql`instr(lower(${importRows.cells}), ${mark.toLowerCase()}) > 0`;
  await db
    .update(importRows)
    .set({ cells: [], rowKey: null })
    .where(
      or(
        hers,
        inArray(importRows.rowKey, keys),
        ...marks.map(has),
        and(eq(importRows.state, 'refused'), or(...names.map(has))),
      ),
    );
  await db.update(importRows).set({ personId: null }).where(hers);
}
