import { and, eq, inArray } from 'drizzle-orm';
import { importBatches, importMappings } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ColumnMapping } from '~/db/tables/imports';
import type { Authorised } from '~/lib/bound';
import type { Batch } from './find-batch.server';
import { headerKey } from './header-key.server';

export type ChooseColumns = { batch: Authorised<Batch>; mapping: ColumnMapping; at: Date };

/** Says from which columns a list is read, and remembers it for the office's next list of this kind. False once it is being taken. */
export async function chooseColumns(
  db: Db,
  { batch, mapping, at }: ChooseColumns,
): Promise<boolean> {
  const changed = await db
    .update(importBatches)
    .set({ mapping, state: 'mapping' })
    .where(
      and(eq(importBatches.id, batch.id), inArray(importBatches.state, ['mapping', 'preview'])),
    )
    .returning({ id: importBatches.id });
  if (changed.length === 0) return false;
  const { areaCode, header } = batch;
  await db
    .insert(importMappings)
    .values({ areaCode, headerKey: headerKey(header), mapping, changedAt: at })
    .onConflictDoUpdate({
      target: [importMappings.areaCode, importMappings.headerKey],
      set: { mapping, changedAt: at },
    });
  return true;
}
