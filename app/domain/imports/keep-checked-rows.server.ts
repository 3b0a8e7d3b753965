import { eq, sql } from 'drizzle-orm';
import { importBatches, importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ColumnMapping } from '~/db/tables/imports';
import type { Authorised } from '~/lib/bound';
import type { Batch } from './find-batch.server';
import type { Finding } from './finding';
import { isWarning } from './is-warning';

export type CheckedRow = { rowNumber: number; key: string | null; findings: Finding[] };

/** Notes what was found in some rows. False when meanwhile other columns were chosen, or the list is being taken. */
export async function keepCheckedRows(
  db: Db,
  {
    batch,
    mapping,
    rows,
  }: { batch: Authorised<Batch>; mapping: ColumnMapping; rows: readonly CheckedRow[] },
): Promise<boolean> {
  const [now] = await db
    .select({ state: importBatches.state, mapping: importBatches.mapping })
    .from(importBatches)
    .where(eq(importBatches.id, batch.id));
  if (now?.state !== 'mapping' || JSON.stringify(now.mapping) !== JSON.stringify(mapping)) {
    return false;
  }
  const values = rows.map(({ rowNumber, key, findings }) => ({
    batchId: batch.id,
    rowNumber,
    cells: [],
    rowKey: key,
    state: findings.every(isWarning) ? ('waiting' as const) : ('refused' as const),
    reason: findings.length > 0 ? JSON.stringify(findings) : null,
  }));
  if (values.length === 0) return true;
  await db
    .insert(importRows)
    .values(values)
    .onConflictDoUpdate({
      target: [importRows.batchId, importRows.rowNumber],
      set: {
        state: sql`excluded.state`,
        reason: sql`excluded.reason`,
        rowKey: sql`excluded.row_key`,
      },
    });
  return true;
}
