import { and, eq } from 'drizzle-orm';
import { importBatches } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Batch } from './find-batch.server';

/** A list that somebody who may has told us to take; null when that is done. For the job that takes it. */
export async function findBatchToTake(db: Db, { id }: { id: string }): Promise<Batch | null> {
  const [row] = await db
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.id, id), eq(importBatches.state, 'taking')));
  return row ?? null;
}
