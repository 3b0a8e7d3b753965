import { and, eq, isNotNull } from 'drizzle-orm';
import { importBatches, importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Batch } from './find-batch.server';

export type BeginTaking = {
  batch: Authorised<Batch>;
  /** Leave out the rows of people who may be on record already. */
  withoutRepeats: boolean;
};

/** From here on the list is taken as it was shown. False when it was not shown, or is being taken already. */
export async function beginTaking(
  db: Db,
  { batch, withoutRepeats }: BeginTaking,
): Promise<boolean> {
  const begun = await db
    .update(importBatches)
    .set({ state: 'taking' })
    .where(and(eq(importBatches.id, batch.id), eq(importBatches.state, 'preview')))
    .returning({ id: importBatches.id });
  if (begun.length === 0) return false;
  if (withoutRepeats) {
    await db
      .update(importRows)
      .set({ state: 'refused' })
      .where(
        and(
          eq(importRows.batchId, batch.id),
          eq(importRows.state, 'waiting'),
          isNotNull(importRows.reason),
        ),
      );
  }
  return true;
}
