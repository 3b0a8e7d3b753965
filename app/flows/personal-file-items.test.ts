import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '~/db/schema.server';
import { IMPERSONAL_TABLES, PERSONAL_COLUMNS, recordedItems } from './personal-file-items';

const tables = Object.values(schema) as unknown as SQLiteTable[];

test('every column of a table about people is in an item of the register, and every table is told apart', () => {
  const missing = tables.flatMap((table) => {
    const name = getTableName(table);
    if (IMPERSONAL_TABLES.includes(name)) return [];
    const known = Object.values(PERSONAL_COLUMNS[name] ?? {}).flatMap((list) => list.split(' '));
    return Object.keys(getTableColumns(table))
      .filter((column) => !known.includes(column))
      .map((column) => `${name}.${column}`);
  });
  expect(missing, 'say in app/flows/personal-file-items.ts what these record').toEqual([]);
});

test('the register names no table or column that is gone, and none twice', () => {
  const columns = new Map(
    tables.map((table) => [getTableName(table), Object.keys(getTableColumns(table))]),
  );
  const gone = Object.entries(PERSONAL_COLUMNS).flatMap(([name, byItem]) => {
    const named = Object.values(byItem).flatMap((list) => list.split(' '));
    const known = columns.get(name) ?? [];
    return named.filter((column, i) => !known.includes(column) || named.indexOf(column) !== i);
  });
  expect(gone).toEqual([]);
  expect(IMPERSONAL_TABLES.filter((name) => !columns.has(name))).toEqual([]);
});

test('each item stands once in the register', () => {
  const words = recordedItems();
  expect(words.length).toBeGreaterThan(10);
  expect(new Set(words).size).toBe(words.length);
});
