import { and, eq } from 'drizzle-orm';
import { importBatches } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Batch } from './find-batch.server';

/** Every row is checked: the officer may look before she takes the list. */
export async function showPreview(db: Db, batch: Authorised<Batch>): Promise<void> {
  await db
    .update(importBatches)
    .set({ state: 'preview' })
    .where(and(eq(importBatches.id, batch.id), eq(importBatches.state, 'mapping')));
}
