import { compileWords } from './built.mjs';
import { BIN, runServer } from './child.mjs';
import { ensureInstalled } from './installed.mjs';
import { findOrMakeSecret } from './local-secret.mjs';

/** The author's start: every change of a source or a lesson shows at once. */
await ensureInstalled();
await compileWords();
runServer([...BIN.tsx, 'server/dev.ts'], {
  NODE_ENV: 'development',
  DEMO: process.env.DEMO ?? 'on',
  SECRET: process.env.SECRET ?? findOrMakeSecret(),
});
