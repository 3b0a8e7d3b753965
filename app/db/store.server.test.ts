import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openTestStore } from '../../tests/test-store';
import { migrateFile } from './migrate.server';
import { settings } from './schema.server';
import { openStore } from './store.server';

const AT = new Date('2026-09-15T12:00:00+09:00');

function row(key: string, value = 'x') {
  return { key, value, changedAt: AT };
}

test('a transaction that throws leaves nothing behind, and the next one works', async () => {
  const store = openTestStore();
  await expect(
    store.tx(async (db) => {
      await db.insert(settings).values(row('half'));
      throw new Error('power cut between two statements');
    }),
  ).rejects.toThrow('power cut');
  await store.tx(async (db) => {
    await db.insert(settings).values(row('whole'));
  });
  expect((await store.read.select().from(settings)).map((s) => s.key)).toEqual(['whole']);
});

test('two transactions at once take turns, so that neither overwrites what the other read', async () => {
  const store = openTestStore();
  await store.tx(async (db) => {
    await db.insert(settings).values(row('count', '0'));
  });
  async function addOne() {
    await store.tx(async (db) => {
      const [found] = await db.select().from(settings).where(eq(settings.key, 'count'));
      await Promise.resolve();
      await db
        .update(settings)
        .set({ value: String(Number(found!.value) + 1) })
        .where(eq(settings.key, 'count'));
    });
  }
  await Promise.all(Array.from({ length: 20 }, addOne));
  const [found] = await store.read.select().from(settings);
  expect(found!.value).toBe('20');
});

test('on a file, the reader sees what is committed, not what is under way, and cannot write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-store-'));
  const path = join(folder, 'test.db');
  migrateFile(path);
  const store = openStore(path);
  try {
    await store.tx(async (db) => {
      await db.insert(settings).values(row('one'));
      expect(await store.read.select().from(settings)).toEqual([]);
    });
    expect(await store.read.select().from(settings)).toHaveLength(1);
    await expect(async () => store.read.insert(settings).values(row('two'))).rejects.toThrow(
      /readonly/,
    );
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
});
