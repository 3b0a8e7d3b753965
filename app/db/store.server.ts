import Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { makeTransact, type Transact } from './transaction.server';

/**
 * What every verb takes. The same type inside and outside a transaction. Drizzle's own
 * `transaction` is left out, because on this driver it cannot be awaited, and so are the shortcuts
 * that only one engine knows; a statement in plain SQL is awaited like every other.
 */
export type Db = Omit<BetterSQLite3Database, 'transaction' | 'run' | 'all' | 'get' | 'values'> & {
  run(statement: SQL): PromiseLike<unknown>;
};

export type Store = {
  /** For reading outside a transaction. On a file it refuses to write. */
  read: Db;
  /** For every write. */
  tx: Transact<Db>;
  close(): void;
};

const BUSY_TIMEOUT_MS = 5000;

function setUp(connection: Database.Database, busyTimeoutMs = BUSY_TIMEOUT_MS) {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  connection.pragma('foreign_keys = ON');
}

/**
 * Opens a migrated database file, with one connection that writes and one that reads.
 * `synchronous = FULL`: an acknowledged write survives a power cut, not only a crash of the process.
 * `secure_delete`: what is deleted is overwritten with zeros, so that a name is not found in free pages.
 */
export function openStore(path: string, { busyTimeoutMs }: { busyTimeoutMs?: number } = {}): Store {
  const writer = new Database(path);
  setUp(writer, busyTimeoutMs);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('secure_delete = ON');
  const reader = new Database(path, { readonly: true });
  setUp(reader, busyTimeoutMs);
  return storeOn(writer, reader);
}

/** A store on one open connection, for a database in memory. */
export function openStoreOn(connection: Database.Database): Store {
  setUp(connection);
  return storeOn(connection, connection);
}

function storeOn(writer: Database.Database, reader: Database.Database): Store {
  const writeDb = drizzle(writer) as unknown as Db;
  return {
    read: writer === reader ? writeDb : (drizzle(reader) as unknown as Db),
    tx: makeTransact(writer, writeDb),
    close() {
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}
