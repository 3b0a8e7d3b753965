import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Store } from '~/db/store.server';

/** How many values one statement may carry. */
const MAX_VALUES = 30_000;

/** Writes many rows in one transaction, few statements. */
export async function insertRows<T extends SQLiteTable>(store: Store, table: T, rows: T['$inferInsert'][]) {
  const size = Math.floor(MAX_VALUES / Object.keys(getTableColumns(table)).length);
  await store.tx(async (db) => {
    for (let i = 0; i < rows.length; i += size) await db.insert(table).values(rows.slice(i, i + size));
  });
}
