import { ensureBuilt } from './built.mjs';
import { BIN, runServer, SERVER_FLAGS } from './child.mjs';
import { ensureInstalled } from './installed.mjs';

/** The production start: no demo people, and everything secret comes from the environment. */
await ensureInstalled();
await ensureBuilt();
runServer([...SERVER_FLAGS, ...BIN.tsx, 'server/main.ts'], { NODE_ENV: 'production', DEMO: 'off' });
