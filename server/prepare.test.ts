import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, expect, test } from 'vitest';
import { people } from '../app/db/schema.server';
import type { Env } from '../app/lib/env.server';
import { prepare } from './prepare';

const dir = mkdtempSync(join(tmpdir(), 'tsunagu-prepare-'));
afterAll(() => rmSync(dir, { recursive: true }));
const log = pino({ level: 'silent' });
const env = (file: string, DEMO: Env['DEMO']) =>
  ({
    NODE_ENV: 'production',
    DEMO,
    DATABASE_PATH: join(dir, file),
    CONTENT_PATH: 'content',
  }) as Env;

test('a new file without demo has regions and courses, and nobody in it', async () => {
  const { store, demo, content } = await prepare(env('real.db', 'off'), log);
  expect(demo).toBe(false);
  expect(content.programmes.length).toBeGreaterThan(0);
  expect(await store.read.select().from(people)).toEqual([]);
  store.close();

  const again = await prepare(env('real.db', 'on'), log);
  expect(again.demo).toBe(false);
  expect(again.content.version).toBe(content.version);
  again.store.close();
});

test('demo people are made whole or not at all, and never served in production', async () => {
  writeFileSync(join(dir, 'demo.db.making'), 'left by a start that was cut short');
  const { store, demo } = await prepare(env('demo.db', 'on'), log);
  expect(demo).toBe(true);
  store.close();
  expect(readdirSync(dir).filter((name) => name.startsWith('demo'))).toEqual(['demo.db']);

  await expect(prepare(env('demo.db', 'off'), log)).rejects.toThrow('holds demo people');
}, 120_000);
