import { and, eq, inArray } from 'drizzle-orm';
import { importBatches, importRows } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { ColumnMapping } from '~/db/tables/imports';
import { newId } from '~/lib/id.server';

export type StartBatch = {
  areaCode: string;
  officerId: string;
  fileName: string;
  fileHash: string;
  header: string[];
  /** What is proposed; nothing is read by it before the officer has agreed. */
  mapping: ColumnMapping;
  rows: { rowNumber: number; cells: string[] }[];
  at: Date;
};

const ROWS_AT_ONCE = 1_000;

/** Keeps a list as it was handed in. The same file sent again by the same officer, while it waits, is the same list. */
export async function startBatch(
  db: Db,
  input: StartBatch,
): Promise<{ id: string; isNew: boolean }> {
  const { rows, at, ...facts } = input;
  const [waiting] = await db
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(
      and(
        eq(importBatches.areaCode, facts.areaCode),
        eq(importBatches.officerId, facts.officerId),
        eq(importBatches.fileHash, facts.fileHash),
        inArray(importBatches.state, ['mapping', 'preview']),
      ),
    );
  if (waiting) return { id: waiting.id, isNew: false };
  const id = newId(at);
  await db
    .insert(importBatches)
    .values({ id, ...facts, state: 'mapping', total: rows.length, createdAt: at });
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    await db
      .insert(importRows)
      .values(some.map((row) => ({ batchId: id, state: 'waiting' as const, ...row })));
  }
  return { id, isNew: true };
}
