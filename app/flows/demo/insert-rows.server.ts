import { sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Store } from '~/db/store.server';

/** Writes many rows in one transaction, with one prepared statement for each set of columns that are given. */
export async function insertRows<T extends SQLiteTable>(
  store: Store,
  table: T,
  rows: T['$inferInsert'][],
) {
  await store.tx(async (db) => {
    const statementFor = (columns: string[]) => {
      const values = Object.fromEntries(columns.map((column) => [column, sql.placeholder(column)]));
      return db
        .insert(table)
        .values(values as SQLiteInsertValue<T>)
        .prepare();
    };
    const statements = new Map<string, ReturnType<typeof statementFor>>();
    for (const row of rows) {
      const given = Object.entries(row).filter(
        ([, value]) => value !== null && value !== undefined,
      );
      const columns = given.map(([column]) => column);
      const key = columns.join();
      const statement = statements.get(key) ?? statementFor(columns);
      statements.set(key, statement);
      await statement.execute(Object.fromEntries(given));
    }
  });
}
