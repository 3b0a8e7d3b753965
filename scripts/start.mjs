import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { BIN, ROOT, runServer } from './child.mjs';
import { ensureInstalled } from './installed.mjs';

/** From nothing to a running service with demo people: installs, builds what is stale, serves. */
await ensureInstalled();
await ensureBuilt();
const port = process.env.PORT ?? '3000';
runServer([...BIN.tsx, 'server/main.ts'], {
  NODE_ENV: 'production',
  DEMO: process.env.DEMO ?? 'on',
  PORT: port,
  SECRET: process.env.SECRET ?? findOrMakeSecret(),
  ORIGIN: process.env.ORIGIN ?? `http://localhost:${port}`,
});

/** Kept beside the demo database, so that codes on paper still open after a restart. */
function findOrMakeSecret() {
  const file = join(ROOT, 'data/secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('base64url');
  mkdirSync(join(ROOT, 'data'), { recursive: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
