import { and, eq } from 'drizzle-orm';
import { importBatches } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { countRows } from './count-rows.server';

export type ClosedAccount = { taken: number; refused: number };

/** The account of a list once no row waits any more: what was taken and what was refused are all there was. Null when another did it. */
export async function closeAccount(
  db: Db,
  { batchId, at }: { batchId: string; at: Date },
): Promise<ClosedAccount | null> {
  const { waiting, taken, refused } = await countRows(db, { batchId });
  if (waiting > 0) return null;
  const closed = await db
    .update(importBatches)
    .set({ state: 'done', taken, refused, doneAt: at })
    .where(and(eq(importBatches.id, batchId), eq(importBatches.state, 'taking')))
    .returning({ id: importBatches.id });
  return closed.length > 0 ? { taken, refused } : null;
}
