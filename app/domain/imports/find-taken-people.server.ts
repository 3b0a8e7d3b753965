import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Batch } from './find-batch.server';

/** The people whom a list brought, by row. */
export async function findTakenPeople(
  db: Db,
  batch: Authorised<Batch>,
): Promise<{ rowNumber: number; personId: string }[]> {
  const rows = await db
    .select({ rowNumber: importRows.rowNumber, personId: importRows.personId })
    .from(importRows)
    .where(
      and(
        eq(importRows.batchId, batch.id),
        eq(importRows.state, 'taken'),
        isNotNull(importRows.personId),
      ),
    )
    .orderBy(asc(importRows.rowNumber));
  return rows.map(({ rowNumber, personId }) => ({ rowNumber, personId: personId! }));
}
