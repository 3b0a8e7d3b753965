import { count, eq, sql } from 'drizzle-orm';
import { importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type RowCounts = { waiting: number; taken: number; refused: number; warned: number };

/** How many rows of a list stand how. `warned` are among those that wait. */
export async function countRows(db: Db, { batchId }: { batchId: string }): Promise<RowCounts> {
  const rows = await db
    .select({
      state: importRows.state,
      count: count(),
      warned: sql<number>`sum(${importRows.reason} is not null)`,
    })
    .from(importRows)
    .where(eq(importRows.batchId, batchId))
    .groupBy(importRows.state);
  const counts: RowCounts = { waiting: 0, taken: 0, refused: 0, warned: 0 };
  for (const row of rows) {
    counts[row.state] = row.count;
    if (row.state === 'waiting') counts.warned = Number(row.warned);
  }
  return counts;
}
