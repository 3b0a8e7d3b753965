import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { expect, test, vi } from 'vitest';
import { migrateFile } from '~/db/migrate.server';
import { settings } from '~/db/schema.server';
import { openStore, type Store } from '~/db/store.server';
import { storeTroubleOf } from '~/db/store-trouble.server';
import { handleError } from '~/entry.server';
import type { Env } from '~/lib/env.server';
import { createApp } from './app';
import { prepare, StartRefused } from './prepare';

const log = pino({ level: 'silent' });
const ORIGIN = 'http://localhost:3000';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };
const at = new Date('2026-11-21T12:00:00+09:00');
/** More than fits into the pages that a full disk has left. */
const LONG = 'あ'.repeat(200_000);

function newFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tsunagu-trouble-')), 'live.db');
  migrateFile(path);
  return path;
}

/** The server in front of one address that writes and reads. */
function serverOn(store: Store) {
  const routes = {
    note: {
      id: 'note',
      path: 'note',
      module: {
        action: async ({ request, context }: { request: Request; context: AppLoadContext }) => {
          const key = String((await request.formData()).get('key'));
          await context.store.tx((db) =>
            db.insert(settings).values({ key, value: LONG, changedAt: at }),
          );
          return new Response('kept');
        },
        loader: async ({ context }: { context: AppLoadContext }) => {
          const rows = await context.store.read.select().from(settings);
          return new Response(rows.map(({ key }) => key).join(' '));
        },
      },
    },
  };
  const build = {
    entry: { module: { default: () => new Response(), handleError } },
    routes,
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: { v3_singleFetch: true },
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild;
  const app = createApp({
    build,
    mode: 'production',
    context: () => ({
      store,
      origin: ORIGIN,
      secret: 'x'.repeat(32),
      olderSecrets: [],
      mail: 'none',
      demo: false,
      providers: [],
      schemaVersion: 1,
      content: { programmes: [], directory: [], version: 'v' },
    }),
    clientDir: null,
    log,
    trustedProxies: 0,
    compress: false,
  });
  return {
    write: async (key: string) =>
      app.request('/note', { method: 'POST', headers: FORM, body: `key=${key}` }),
    keys: async () => (await app.request('/note')).text(),
  };
}

vi.spyOn(console, 'error').mockImplementation(() => {});

test('a full disk is told in words, loses nothing, still reads, and goes on once there is room', async () => {
  const store = openStore(newFile());
  const { write, keys } = serverOn(store);
  expect((await write('before')).status).toBe(200);
  await store.tx(async (db) => db.run(sql.raw('PRAGMA max_page_count = 1')));

  const refused = await write('meanwhile');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(await refused.text()).toContain('場所がいっぱい');
  expect(await keys()).toBe('before');

  await store.tx(async (db) => db.run(sql.raw('PRAGMA max_page_count = 1000000')));
  expect((await write('meanwhile')).status).toBe(200);
  expect(await keys()).toBe('before meanwhile');
  store.close();
});

test('a disk that can only be read is told in words, still reads, and goes on after a start that can write', async () => {
  const path = newFile();
  const store = openStore(path);
  const { write, keys } = serverOn(store);
  expect((await write('before')).status).toBe(200);
  await store.tx(async (db) => db.run(sql.raw('PRAGMA query_only = ON')));
  const refused = await write('meanwhile');
  expect(refused.status).toBe(503);
  expect(await refused.text()).toContain('書き込めなく');
  expect(await keys()).toBe('before');
  store.close();

  const again = openStore(path);
  expect((await serverOn(again).write('meanwhile')).status).toBe(200);
  expect(await serverOn(again).keys()).toBe('before meanwhile');
  again.close();
});

test('a database held by another process is told in words, still reads, and goes on when it is let go', async () => {
  const path = newFile();
  const store = openStore(path, { busyTimeoutMs: 50 });
  const { write, keys } = serverOn(store);
  const holder = spawn(process.execPath, [
    '-e',
    `const db = new (require('better-sqlite3'))(${JSON.stringify(path)});
     db.exec('BEGIN IMMEDIATE'); console.log('held'); setInterval(() => {}, 1000);`,
  ]);
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  const refused = await write('meanwhile');
  expect(refused.status).toBe(503);
  expect(await refused.text()).toContain('混み合って');
  expect(await keys()).toBe('');
  const ended = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await ended;
  expect((await write('meanwhile')).status).toBe(200);
  expect(await keys()).toBe('meanwhile');
  store.close();
});

test('an error that is not about the disk keeps its own page', () => {
  expect(storeTroubleOf(new Error('a bug'))).toBeNull();
  expect(storeTroubleOf({ code: 'SQLITE_FULL' })).toBeNull();
  expect(
    storeTroubleOf(
      new Error('outer', { cause: Object.assign(new Error(), { code: 'SQLITE_FULL' }) }),
    ),
  ).toBe('disk-full');
});

test('the service does not start on a file that is no database, and says what to do', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'tsunagu-trouble-')), 'live.db');
  writeFileSync(path, 'this was a letter, and long enough to be taken for a header '.repeat(20));
  const env = { NODE_ENV: 'production', DEMO: 'off', DATABASE_PATH: path, CONTENT_PATH: 'content' };
  const start = prepare(env as Env, log);
  await expect(start).rejects.toThrow(StartRefused);
  await expect(start).rejects.toThrow('npm run restore');
});
