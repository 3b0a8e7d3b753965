import { sql } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loginSessions, people } from '~/db/schema.server';
import { AT, makeGuest, makePerson } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { removeUnusedPeople } from './remove-unused-people.server';

test('who has never come is gone, who has come or erased herself stays', async () => {
  const store = openTestStore();
  const left = await store.tx(async (db) => {
    const ids = ['never', 'signed-in', 'seen', 'erased'];
    await makePerson(db, { id: 'never', number: '1' });
    await makePerson(db, { id: 'signed-in', number: '2' });
    await makePerson(db, { id: 'seen', number: '3', lastSeenAt: AT });
    await makeGuest(db, { id: 'erased', erasedAt: AT });
    await db
      .insert(loginSessions)
      .values({ idHash: 'h', personId: 'signed-in', expiresAt: AT, createdAt: AT });
    expect(await removeUnusedPeople(db, { ids })).toEqual(['never']);
    return db.select({ id: people.id }).from(people);
  });
  expect(left.map(({ id }) => id).sort()).toEqual(['erased', 'seen', 'signed-in']);
});

test('every table that points at a person is known to it', async () => {
  const store = openTestStore();
  const source = readFileSync('app/domain/people/remove-unused-people.server.ts', 'utf8');
  const tables = (await store.read
    .select({ name: sql<string>`name` })
    .from(sql`sqlite_master where type = 'table' and sql like '%REFERENCES \`people\`%'`)) as {
    name: string;
  }[];
  expect(tables.length).toBeGreaterThan(10);
  const camel = (name: string) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(tables.map(({ name }) => camel(name)).filter((name) => !source.includes(name))).toEqual(
    [],
  );
});
