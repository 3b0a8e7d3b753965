import { ensureBuilt } from './built.mjs';
import { BIN, runServer, SERVER_FLAGS } from './child.mjs';
import { ensureInstalled } from './installed.mjs';
import { findOrMakeSecret } from './local-secret.mjs';

/** From nothing to a running service with demo people: installs, builds what is stale, serves. */
await ensureInstalled();
await ensureBuilt();
const port = process.env.PORT ?? '3000';
runServer([...SERVER_FLAGS, ...BIN.tsx, 'server/main.ts'], {
  NODE_ENV: 'production',
  DEMO: process.env.DEMO ?? 'on',
  PORT: port,
  SECRET: process.env.SECRET ?? findOrMakeSecret(),
  ORIGIN: process.env.ORIGIN ?? `http://localhost:${port}`,
});
