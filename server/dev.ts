import { createServer as createHttpServer } from 'node:http';
import { resolve, sep } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { createServer as createViteServer } from 'vite';
import { demoAccounts } from '../app/flows/demo/demo-accounts';
import { keepDemoAuthenticators } from '../app/flows/demo/keep-demo-authenticators.server';
import { now } from '../app/lib/clock';
import { readEnv } from '../app/lib/env.server';
import { createApp } from './app';
import { HANDLERS, NIGHTLY } from './jobs';
import { mediaFolderOf } from './keep-media';
import { listen } from './listen';
import { prepare } from './prepare';
import { publishContent } from './publish-content';
import { mailWay } from './send-mail';
import { startWorker } from './worker';

const DEVELOPMENT_SECRET = 'development only: never on a reachable machine';
const SETTLE_MS = 100;

const env = readEnv();
const log = pino({ level: env.LOG_LEVEL });
const { store, schemaVersion, demo, content, refusals } = await prepare(env, log);
const published = { content, refusals };
const mediaFolder = mediaFolderOf(env.DATABASE_PATH);
const secrets = { secret: env.SECRET ?? DEVELOPMENT_SECRET, olderSecrets: env.SECRET_BEFORE };
if (demo) await keepDemoAuthenticators(store, secrets, { at: now() });
const worker = await startWorker({ store, handlers: HANDLERS, nightly: NIGHTLY, log });

const server = createHttpServer();
const vite = await createViteServer({
  server: { middlewareMode: true, hmr: { server } },
  appType: 'custom',
});
const origin = env.ORIGIN ?? `http://localhost:${env.PORT}`;
const app = createApp({
  build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
  mode: 'development',
  context: () => ({
    store,
    origin,
    ...secrets,
    demo,
    mail: mailWay(env, demo),
    providers: env.OIDC_PROVIDERS,
    schemaVersion,
    content: published.content,
    contentRefusals: published.refusals,
  }),
  clientDir: null,
  mediaDir: mediaFolder,
  log,
  trustedProxies: env.TRUSTED_PROXIES,
  compress: false,
});
const answer = getRequestListener(app.fetch);
server.on('request', (request, response) => {
  vite.middlewares(request, response, () => void answer(request, response));
});

watchContent();
const listening = await listen(server, env.PORT, env.HOST);
console.log(`\nつなぐ (development)  ${origin}\n`);
for (const { label, identifier, password } of demo ? demoAccounts : []) {
  console.log(`  ${label}: ${identifier} / ${password}`);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  await vite.close();
  await listening.stop(1000);
  await worker.stop();
  store.close();
  process.exit(0);
}

/** A saved lesson is checked, published and shown at once; what is refused is named on every page. */
function watchContent(): void {
  const folder = resolve(env.CONTENT_PATH);
  let timer: NodeJS.Timeout | undefined;
  let publishing: Promise<void> = Promise.resolve();

  async function publish() {
    try {
      Object.assign(published, await publishContent(store, env.CONTENT_PATH, mediaFolder));
    } catch (error) {
      published.refusals = [error instanceof Error ? error.message : String(error)];
      log.error({ err: error }, 'content could not be published');
    }
    for (const refusal of published.refusals) log.warn(refusal);
    vite.ws.send({ type: 'full-reload' });
  }

  vite.watcher.add(folder);
  vite.watcher.on('all', (_event, path) => {
    const file = resolve(path);
    if (!file.startsWith(folder + sep) || file.startsWith(resolve(folder, 'reference') + sep))
      return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      publishing = publishing.then(publish);
    }, SETTLE_MS);
  });
}
