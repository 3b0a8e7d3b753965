import { and, asc, eq } from 'drizzle-orm';
import { importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { listRow, type ListRow } from './list-row.server';

/** The next rows of a list that is being taken. */
export async function findNextRows(
  db: Db,
  { batchId, limit }: { batchId: string; limit: number },
): Promise<ListRow[]> {
  const rows = await db
    .select()
    .from(importRows)
    .where(and(eq(importRows.batchId, batchId), eq(importRows.state, 'waiting')))
    .orderBy(asc(importRows.rowNumber))
    .limit(limit);
  return rows.map(listRow);
}
