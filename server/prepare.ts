import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Logger } from 'pino';
import { readRegions } from '../app/content/reference.server';
import { migrateFile } from '../app/db/migrate.server';
import { openStore, type Store } from '../app/db/store.server';
import { storeTroubleOf, type StoreTrouble } from '../app/db/store-trouble.server';
import { findSpecimenMode } from '../app/domain/certificates/find-specimen-mode.server';
import { ensureOperator } from '../app/domain/organisations/ensure-operator.server';
import { syncRegions } from '../app/domain/regions/sync-regions.server';
import { keepDemoAnswers } from '../app/flows/demo/keep-demo-answers.server';
import { makeDemo } from '../app/flows/demo/make-demo.server';
import { now } from '../app/lib/clock';
import type { Env } from '../app/lib/env.server';
import { mediaFolderOf } from './keep-media';
import { publishContent, type Publishing } from './publish-content';

export type Prepared = Publishing & { store: Store; schemaVersion: number; demo: boolean };

const TROUBLE: Record<StoreTrouble, string> = {
  'disk-full': 'the disk is full. Make room; nothing is lost.',
  'read-only': 'cannot be written. Look at its owner, its folder and how the disk is mounted.',
  busy: 'another process holds it. Is the service running already, or a restore?',
  'disk-broken': 'is not a whole database. Restore the last backup: npm run restore',
};

/** The data stands in the way of a start; the message says what to do. */
export class StartRefused extends Error {}

/** Everything that has to stand before the first request: schema, regions, courses, demo people. */
export async function prepare(env: Env, log: Logger): Promise<Prepared> {
  const path = resolve(env.DATABASE_PATH);
  if (env.DEMO === 'on' && !existsSync(path)) await makeDemoFile(path, env, log);

  const { store, schemaVersion } = openMigrated(path, log);
  const demo = await findSpecimenMode(store.read);
  if (demo && env.DEMO === 'off' && env.NODE_ENV === 'production') {
    store.close();
    throw new StartRefused(
      `${path} holds demo people, whose passwords everybody knows: give DATABASE_PATH another file.`,
    );
  }
  const published = await bringUp(store, env);
  for (const refusal of published.refusals) log.warn(refusal);
  return { ...published, store, schemaVersion, demo };
}

function openMigrated(path: string, log: Logger): { store: Store; schemaVersion: number } {
  try {
    const { from, to } = migrateFile(path);
    if (from !== to) log.info({ from, to, path }, 'database migrated');
    return { store: openStore(path), schemaVersion: to };
  } catch (error) {
    const trouble = storeTroubleOf(error);
    if (!trouble) throw error;
    throw new StartRefused(`${path}: ${TROUBLE[trouble]} (${(error as Error).message})`);
  }
}

async function bringUp(store: Store, env: Env): Promise<Publishing> {
  const regions = await readRegions(env.CONTENT_PATH);
  await store.tx((db) => syncRegions(db, regions));
  await store.tx((db) => ensureOperator(db, { at: now() }));
  return publishContent(store, env.CONTENT_PATH, mediaFolderOf(env.DATABASE_PATH));
}

/** Made beside its place and moved there when whole, so that a start cut short leaves no half of it. */
async function makeDemoFile(path: string, env: Env, log: Logger): Promise<void> {
  const making = `${path}.making`;
  for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  log.info({ path }, 'making demo people and figures');
  const { store } = openMigrated(making, log);
  try {
    const { content } = await bringUp(store, env);
    const at = now();
    await makeDemo(store, { at });
    // Nobody goes on with what these people answered: any secret will do.
    const secret = env.SECRET ?? randomBytes(32).toString('base64url');
    await keepDemoAnswers({ store, content, secret, olderSecrets: [] }, { at });
  } finally {
    store.close();
  }
  renameSync(making, path);
}
