import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ImportRowState } from '~/db/tables/imports';
import type { Authorised } from '~/lib/bound';
import type { Batch } from './find-batch.server';
import { listRow, type ListRow } from './list-row.server';

export type FindRows = {
  batch: Authorised<Batch>;
  state?: ImportRowState;
  /** Only rows in which something was found. */
  withFindings?: boolean;
  /** Rows after this one. */
  after?: number;
  offset?: number;
  limit: number;
};

/** Rows of a list, in their order. */
export async function findRows(db: Db, input: FindRows): Promise<ListRow[]> {
  const { batch, state, withFindings, after = 0, offset = 0, limit } = input;
  const rows = await db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.batchId, batch.id),
        gt(importRows.rowNumber, after),
        state ? eq(importRows.state, state) : undefined,
        withFindings ? isNotNull(importRows.reason) : undefined,
      ),
    )
    .orderBy(asc(importRows.rowNumber))
    .limit(limit)
    .offset(offset);
  return rows.map(listRow);
}
