import { ensureBuilt } from './built.mjs';
import { BIN, runNode } from './child.mjs';
import { ensureInstalled } from './installed.mjs';

/** The figures of the house, each beside a baseline measured in the same run. It asserts nothing. */
await ensureInstalled();
await ensureBuilt();
const { code } = await runNode(['--expose-gc', ...BIN.tsx, 'scripts/bench/run.ts']);
process.exit(code);
