// Prints the figures of the house beside a baseline measured in the same run. Asserts nothing.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './built.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled?.();
await ensureBuilt?.();
const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'scripts/bench/run.ts'], { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
