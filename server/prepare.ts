import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { readRegions } from '../app/content/reference.server';
import { migrateFile } from '../app/db/migrate.server';
import { people } from '../app/db/schema.server';
import { openStore, type Store } from '../app/db/store.server';
import { findSpecimenMode } from '../app/domain/certificates/find-specimen-mode.server';
import { markDemo } from '../app/domain/operation/mark-demo.server';
import { ensureOperator } from '../app/domain/organisations/ensure-operator.server';
import { syncRegions } from '../app/domain/regions/sync-regions.server';
import { makeDemo } from '../app/flows/demo/make-demo.server';
import { now } from '../app/lib/clock';
import type { Env } from '../app/lib/env.server';
import { publishContent, type Publishing } from './publish-content';

export type Prepared = Publishing & { store: Store; schemaVersion: number; demo: boolean };

/** The data stands in the way of a start; the message says what to do. */
export class StartRefused extends Error {}

/** Everything that has to stand before the first request: schema, regions, courses, demo people. */
export async function prepare(env: Env, log: Logger): Promise<Prepared> {
  const path = resolve(env.DATABASE_PATH);
  const { from, to } = migrateFile(path);
  if (from !== to) log.info({ from, to, path }, 'database migrated');
  const store = openStore(path);
  if (env.NODE_ENV === 'production' && env.DEMO === 'off' && (await findSpecimenMode(store.read))) {
    store.close();
    throw new StartRefused(
      `${path} holds demo people, whose passwords everybody knows: give DATABASE_PATH another file.`,
    );
  }

  const regions = await readRegions(env.CONTENT_PATH);
  await store.tx((db) => syncRegions(db, regions));
  await store.tx((db) => ensureOperator(db, { at: now() }));
  const { content, refusals } = await publishContent(store, env.CONTENT_PATH);
  for (const refusal of refusals) log.warn(refusal);

  const isNew = (await store.read.select({ id: people.id }).from(people).limit(1)).length === 0;
  if (env.DEMO === 'on' && isNew) {
    log.info('making demo people and figures');
    await store.tx((db) => markDemo(db, { at: now() }));
    await makeDemo(store, { at: now() });
  }
  const demo = await findSpecimenMode(store.read);
  return { store, schemaVersion: to, demo, content, refusals };
}
