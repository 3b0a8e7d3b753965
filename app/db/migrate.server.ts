import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export const MIGRATIONS_FOLDER = resolve('drizzle');

type Journal = { entries: { idx: number; when: number; tag: string }[] };

export function readJournal(folder = MIGRATIONS_FOLDER): Journal {
  return JSON.parse(readFileSync(resolve(folder, 'meta/_journal.json'), 'utf8')) as Journal;
}

function appliedCount(connection: Database.Database): number {
  const table = connection
    .prepare(
      `select name from sqlite_master where type = 'table' and name = '__drizzle_migrations'`,
    )
    .get();
  if (!table) return 0;
  const row = connection.prepare('select count(*) as n from __drizzle_migrations').get() as {
    n: number;
  };
  return row.n;
}

/** How many migrations a database file has. */
export function countMigrations(path: string): number {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return appliedCount(connection);
  } finally {
    connection.close();
  }
}

/**
 * The one migration runner. Foreign keys are off while tables may be rebuilt (otherwise dropping
 * the old table would empty its children), then on again, and every reference must hold.
 * A file with data is copied to `<file>.before-<n>` first. Throws, and leaves the file as it
 * was copied, when a reference is broken.
 */
export function migrateFile(
  path: string,
  folder = MIGRATIONS_FOLDER,
): { from: number; to: number } {
  const isNew = !existsSync(path);
  mkdirSync(dirname(path), { recursive: true });
  const connection = new Database(path);
  try {
    return migrateConnection(connection, folder, (from) => {
      if (isNew || from === 0) return;
      connection.pragma('wal_checkpoint(TRUNCATE)');
      const copy = `${path}.before-${from}`;
      rmSync(copy, { force: true });
      copyFileSync(path, copy);
    });
  } finally {
    connection.close();
  }
}

export function migrateConnection(
  connection: Database.Database,
  folder = MIGRATIONS_FOLDER,
  beforeChange: (from: number) => void = () => {},
): { from: number; to: number } {
  const from = appliedCount(connection);
  const to = readJournal(folder).entries.length;
  if (from > to) {
    throw new Error(
      `The database has ${from} migrations, this program knows ${to}: start a newer program.`,
    );
  }
  if (from === to) return { from, to };
  beforeChange(from);
  connection.pragma('foreign_keys = OFF');
  migrate(drizzle(connection), { migrationsFolder: folder });
  connection.pragma('foreign_keys = ON');
  const broken = connection.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw new Error(
      `After migrating, ${broken.length} references are broken: ${JSON.stringify(broken.slice(0, 3))}`,
    );
  }
  return { from, to };
}
