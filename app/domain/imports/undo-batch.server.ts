import { and, eq, inArray } from 'drizzle-orm';
import { importBatches, importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { countRows } from './count-rows.server';
import type { Batch } from './find-batch.server';
import type { Finding } from './finding';

export type UndoBatch = {
  batch: Authorised<Batch>;
  /** Whom the list brought and nobody needs any more. */
  goneIds: readonly string[];
  undoneBy: string;
  at: Date;
};

const IDS_AT_ONCE = 500;
const UNDONE: Finding[] = [{ code: 'undone', field: null, column: null }];

/** The list counts as taken back: rows of people who are gone forget them, those of the others stay. False when it was taken back before. */
export async function undoBatch(
  db: Db,
  { batch, goneIds, undoneBy, at }: UndoBatch,
): Promise<boolean> {
  const undone = await db
    .update(importBatches)
    .set({ state: 'undone', undoneAt: at, undoneBy })
    .where(and(eq(importBatches.id, batch.id), eq(importBatches.state, 'done')))
    .returning({ id: importBatches.id });
  if (undone.length === 0) return false;
  for (let from = 0; from < goneIds.length; from += IDS_AT_ONCE) {
    await db
      .update(importRows)
      .set({ state: 'refused', reason: JSON.stringify(UNDONE), rowKey: null, personId: null })
      .where(
        and(
          eq(importRows.batchId, batch.id),
          inArray(importRows.personId, goneIds.slice(from, from + IDS_AT_ONCE)),
        ),
      );
  }
  const { taken, refused } = await countRows(db, { batchId: batch.id });
  await db.update(importBatches).set({ taken, refused }).where(eq(importBatches.id, batch.id));
  return true;
}
