import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { demoAccounts } from '../app/flows/demo/demo-accounts';
import { keepDemoAuthenticators } from '../app/flows/demo/keep-demo-authenticators.server';
import { now } from '../app/lib/clock';
import { readEnv, type Env } from '../app/lib/env.server';
import { createApp } from './app';
import { HANDLERS, NIGHTLY } from './jobs';
import { mediaFolderOf } from './keep-media';
import { listen } from './listen';
import { prepare, StartRefused } from './prepare';
import { mailWay } from './send-mail';
import { findStartRefusals } from './start-refusals';
import { startWorker } from './worker';

const BUILD = resolve('build/server/index.js');

// What is written here names people: for this account only.
process.umask(0o077);

const env = readEnvOrExit();
const log = pino({ level: env.LOG_LEVEL });
const build = (await import(pathToFileURL(BUILD).href)) as ServerBuild;
const { store, schemaVersion, demo, content } = await prepareOrExit();
const worker = await startWorker({ store, handlers: HANDLERS, nightly: NIGHTLY, log });

let stopping = false;
const origin = (env.ORIGIN ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
const secret = env.SECRET ?? randomBytes(32).toString('base64url');
if (demo) {
  const secrets = { secret, olderSecrets: env.SECRET_BEFORE };
  await keepDemoAuthenticators(store, secrets, { at: now() });
}
const app = createApp({
  build,
  mode: 'production',
  context: () => ({
    store,
    origin,
    secret,
    olderSecrets: env.SECRET_BEFORE,
    demo,
    mail: mailWay(env, demo),
    providers: env.OIDC_PROVIDERS,
    schemaVersion,
    content,
  }),
  clientDir: 'build/client',
  mediaDir: mediaFolderOf(env.DATABASE_PATH),
  log,
  trustedProxies: env.TRUSTED_PROXIES,
  compress: env.COMPRESS === 'on',
  isStopping: () => stopping,
});
const server = createAdaptorServer({ fetch: app.fetch }) as Server;
const listening = await listen(server, env.PORT, env.HOST);
greet();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop(signal);
  });
}

async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  await listening.stop();
  await worker.stop();
  store.close();
  log.info('stopped');
  process.exit(0);
}

function greet(): void {
  log.info(
    { origin, port: listening.port, schema: schemaVersion, content: content.version },
    'ready',
  );
  if (!demo) return;
  const lines = demoAccounts.map(
    ({ label, identifier, password }) => `  ${label}: ${identifier} / ${password}`,
  );
  console.log(`\nつなぐ  ${origin}\n\n${lines.join('\n')}\n`);
}

async function prepareOrExit() {
  try {
    return await prepare(env, log);
  } catch (error) {
    if (error instanceof StartRefused) return refuse([error.message]);
    throw error;
  }
}

function readEnvOrExit(): Env {
  try {
    const given = readEnv();
    const refusals = findStartRefusals(given);
    if (!existsSync(BUILD)) refusals.push('build/ is missing: npm run build');
    if (refusals.length === 0) return given;
    return refuse(refusals);
  } catch (error) {
    return refuse((error as Error).message.split('\n'));
  }
}

function refuse(refusals: string[]): never {
  console.error(`The service does not start:\n${refusals.map((line) => `  - ${line}`).join('\n')}`);
  process.exit(1);
}
