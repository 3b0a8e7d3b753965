import { and, eq, exists, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import { importBatches, importRows, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

const CELLS_KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Empties what was typed in rows of lists 30 days after they were taken, and lets go of the keys of
 * people who have erased themselves. A list that nobody took by then is closed.
 */
export async function forgetImportCells(
  db: Db,
  { at }: { at: Date },
): Promise<{ rows: number; keys: number }> {
  const before = new Date(at.getTime() - CELLS_KEPT_DAYS * DAY_MS);
  const isOld = db
    .select({ one: sql`1` })
    .from(importBatches)
    .where(and(eq(importBatches.id, importRows.batchId), lt(importBatches.doneAt, before)));
  const left = await db
    .update(importBatches)
    .set({ state: 'undone', undoneAt: at, taken: 0, refused: sql`${importBatches.total}` })
    .where(
      and(
        inArray(importBatches.state, ['mapping', 'preview']),
        lt(importBatches.createdAt, before),
      ),
    )
    .returning({ id: importBatches.id });
  for (const { id } of left) {
    await db
      .update(importRows)
      .set({ state: 'refused', rowKey: null, cells: [], reason: null })
      .where(eq(importRows.batchId, id));
  }
  const emptied = await db
    .update(importRows)
    .set({ cells: [] })
    .where(and(ne(importRows.cells, []), exists(isOld)))
    .returning({ row: importRows.rowNumber });
  const isErased = db
    .select({ one: sql`1` })
    .from(people)
    .where(and(eq(people.id, importRows.personId), isNotNull(people.erasedAt)));
  const released = await db
    .update(importRows)
    .set({ rowKey: null })
    .where(and(isNotNull(importRows.rowKey), exists(isErased)))
    .returning({ row: importRows.rowNumber });
  return { rows: emptied.length, keys: released.length };
}
