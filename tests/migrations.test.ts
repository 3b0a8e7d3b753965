import { cpSync, mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { migrateConnection, MIGRATIONS_FOLDER, readJournal } from '~/db/migrate.server';

// What a migration step may do to rows that already stand there.

type Column = { name: string; type: string; notnull: number; pk: number };

function tablesOf(db: Database.Database): string[] {
  const rows = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
    )
    .all() as { name: string }[];
  return rows.map(({ name }) => name);
}

/** One row in every table, by the column types alone; references need not point anywhere while foreign keys are off. */
function fillEveryTable(db: Database.Database): Map<string, number> {
  db.pragma('foreign_keys = OFF');
  for (const table of tablesOf(db)) {
    const columns = db.pragma(`table_info(${table})`) as Column[];
    const values = columns.map(({ type, name }) => (/int|real/i.test(type) ? 1 : `${name}-1`));
    db.prepare(`insert into "${table}" values (${columns.map(() => '?').join(',')})`).run(
      ...values,
    );
  }
  return countRows(db);
}

function countRows(db: Database.Database): Map<string, number> {
  return new Map(
    tablesOf(db).map((table) => [
      table,
      (db.prepare(`select count(*) as n from "${table}"`).get() as { n: number }).n,
    ]),
  );
}

/** A copy of the first `count` migrations. */
function firstMigrations(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-migrations-'));
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  const journal = readJournal(folder);
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );
  return folder;
}

test('every migration step keeps every row', () => {
  const steps = readJournal().entries.length;
  for (let step = 1; step < steps; step += 1) {
    const db = new Database(':memory:');
    migrate(drizzle(db), { migrationsFolder: firstMigrations(step) });
    const before = fillEveryTable(db);
    migrate(drizzle(db), { migrationsFolder: firstMigrations(step + 1) });
    const after = countRows(db);
    for (const [table, rows] of before) {
      if (after.has(table)) expect([step, table, after.get(table)]).toEqual([step, table, rows]);
    }
  }
  expect(steps).toBeGreaterThan(0);
});

const PARENT_AND_CHILD = (onDelete: string) => `
  CREATE TABLE course (id text PRIMARY KEY, title text DEFAULT 'a');
  --> statement-breakpoint
  CREATE TABLE completion (id text PRIMARY KEY, course_id text REFERENCES course(id) ON DELETE ${onDelete});`;

/** What drizzle-kit writes when the default of a column changes. */
const REBUILD_PARENT = `
  PRAGMA foreign_keys=OFF;
  --> statement-breakpoint
  CREATE TABLE __new_course (id text PRIMARY KEY, title text DEFAULT 'b');
  --> statement-breakpoint
  INSERT INTO __new_course SELECT id, title FROM course;
  --> statement-breakpoint
  DROP TABLE course;
  --> statement-breakpoint
  ALTER TABLE __new_course RENAME TO course;
  --> statement-breakpoint
  PRAGMA foreign_keys=ON;`;

function migrations(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-steps-'));
  mkdirSync(join(folder, 'meta'));
  files.forEach((sql, idx) => writeFileSync(join(folder, `000${idx}_step.sql`), sql));
  const entries = files.map((_, idx) => ({
    idx,
    version: '6',
    when: idx + 1,
    tag: `000${idx}_step`,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
  return folder;
}

function withOneCompletion(onDelete: string): Database.Database {
  const db = new Database(':memory:');
  migrateConnection(db, migrations(PARENT_AND_CHILD(onDelete)));
  db.exec(`insert into course values ('c', 't'); insert into completion values ('x', 'c');`);
  return db;
}

const completionsIn = (db: Database.Database) =>
  (db.prepare('select count(*) as n from completion').get() as { n: number }).n;

test('rebuilding a parent table keeps its children, even under a cascade', () => {
  const db = withOneCompletion('CASCADE');
  migrateConnection(db, migrations(PARENT_AND_CHILD('CASCADE'), REBUILD_PARENT));
  expect(completionsIn(db)).toBe(1);
});

test("drizzle's plain migrate loses the children of a rebuilt table: the reason for a runner of our own", () => {
  const db = withOneCompletion('CASCADE');
  migrate(drizzle(db), {
    migrationsFolder: migrations(PARENT_AND_CHILD('CASCADE'), REBUILD_PARENT),
  });
  expect(completionsIn(db)).toBe(0);
});

test('a migration that breaks a reference is refused', () => {
  const db = withOneCompletion('NO ACTION');
  expect(() =>
    migrateConnection(db, migrations(PARENT_AND_CHILD('NO ACTION'), `DELETE FROM course;`)),
  ).toThrow(/references are broken/);
});

test('a database newer than the program is refused', () => {
  const db = withOneCompletion('NO ACTION');
  migrateConnection(db, migrations(PARENT_AND_CHILD('NO ACTION'), 'CREATE TABLE later (id text);'));
  expect(() => migrateConnection(db, migrations(PARENT_AND_CHILD('NO ACTION')))).toThrow(
    /newer program/,
  );
});

test('the schema has no cascade but the one of login sessions', () => {
  const sql = readJournal()
    .entries.map(({ tag }) => readFileSync(join(MIGRATIONS_FOLDER, `${tag}.sql`), 'utf8'))
    .join('\n');
  const cascades = [...sql.matchAll(/CREATE TABLE `(\w+)` \(([\s\S]*?)\n\);/g)].filter(
    ([, , body]) => /ON DELETE cascade/i.test(body!),
  );
  expect(cascades.map(([, table]) => table)).toEqual(['login_sessions']);
});

test('after the last step the audit log still refuses every change', () => {
  const db = new Database(':memory:');
  migrateConnection(db);
  const triggers = db
    .prepare(`select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_log'`)
    .pluck()
    .all() as string[];
  expect(triggers.sort()).toEqual([
    'audit_log_refuses_between',
    'audit_log_refuses_delete',
    'audit_log_refuses_replace',
    'audit_log_refuses_update',
  ]);
});
