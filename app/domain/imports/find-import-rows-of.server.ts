import { inArray } from 'drizzle-orm';
import { importBatches, importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Rows of lists that brought somebody, and lists that she handed in herself as an officer. */
export async function findImportRowsOf(db: Db, { personIds }: { personIds: readonly string[] }) {
  const hers = [...personIds];
  return {
    importRows: await db
      .select({
        personId: importRows.personId,
        batchId: importRows.batchId,
        rowNumber: importRows.rowNumber,
        cells: importRows.cells,
        state: importRows.state,
      })
      .from(importRows)
      .where(inArray(importRows.personId, hers)),
    importBatches: await db
      .select({
        areaCode: importBatches.areaCode,
        fileName: importBatches.fileName,
        state: importBatches.state,
        total: importBatches.total,
        taken: importBatches.taken,
        refused: importBatches.refused,
        createdAt: importBatches.createdAt,
        doneAt: importBatches.doneAt,
      })
      .from(importBatches)
      .where(inArray(importBatches.officerId, hers)),
  };
}
