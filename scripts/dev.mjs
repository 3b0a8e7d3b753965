import { compileWords } from './built.mjs';
import { BIN, runServer } from './child.mjs';
import { ensureInstalled } from './installed.mjs';

/** The author's start: every change of a source or a lesson shows at once. */
await ensureInstalled();
await compileWords();
runServer([...BIN.tsx, 'server/dev.ts'], { NODE_ENV: 'development' });
