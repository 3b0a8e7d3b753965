import { and, eq } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { importBatches } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';

export type Batch = typeof importBatches.$inferSelect;
export type FindBatch = { id: string; areaCode: string; within: Bound<'enrolment'> };

export async function findBatch(
  db: Db,
  { id, areaCode, within }: FindBatch,
): Promise<Authorised<Batch> | null> {
  const [row] = await db
    .select()
    .from(importBatches)
    .where(
      and(
        eq(importBatches.id, id),
        eq(importBatches.areaCode, areaCode),
        withinAreas(importBatches.areaCode, within),
      ),
    );
  return row ? authorised(row, within) : null;
}
