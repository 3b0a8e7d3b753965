import { and, eq } from 'drizzle-orm';
import { importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Finding } from './finding';

export type SettleRow = { batchId: string; rowNumber: number } & (
  { personId: string; key: string } | { findings: Finding[] }
);

/** Notes that a row became a person, whereupon its cells are forgotten, or why it did not. */
export async function settleRow(db: Db, input: SettleRow): Promise<void> {
  const { batchId, rowNumber } = input;
  const settled =
    'personId' in input
      ? {
          state: 'taken' as const,
          personId: input.personId,
          rowKey: input.key,
          cells: [],
          reason: null,
        }
      : { state: 'refused' as const, reason: JSON.stringify(input.findings) };
  await db
    .update(importRows)
    .set(settled)
    .where(and(eq(importRows.batchId, batchId), eq(importRows.rowNumber, rowNumber)));
}
