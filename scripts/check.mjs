import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compileWords } from './built.mjs';
import { BIN, ROOT, runNode } from './child.mjs';
import { findLeftOut, readLock } from './complete-lock.mjs';
import { ensureInstalled } from './installed.mjs';

const AT_ONCE = 2;

/** Each check of the house, the slow ones first. */
const CHECKS = [
  ['lint', [...BIN.eslint, '.', '--max-warnings', '0']],
  ['types', [...BIN.tsc, '--noEmit', '-p', '.']],
  ['nothing unused', [...BIN.knip, '--no-progress']],
  ['floors', [...BIN.depcruise, 'app', 'server', 'scripts', 'tests']],
  ['content', [...BIN.tsx, 'scripts/content-check.ts']],
  ['format', [...BIN.prettier, '--check', '.']],
  ['migrations', migrationsMatchSchema],
  ['lock file', lockIsComplete],
];

await ensureInstalled();
await compileWords();
const results = await runAll();
printTable(results);
process.exit(results.every(({ code }) => code === 0) ? 0 : 1);

async function runAll() {
  const waiting = CHECKS.map(([name, work], position) => ({ name, work, position }));
  const done = [];
  async function lane() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const begun = performance.now();
      const { name, work, position } = check;
      const { code, output } = await (typeof work === 'function'
        ? work()
        : runNode(work, { capture: true }));
      const seconds = (performance.now() - begun) / 1000;
      if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}`);
      done.push({ name, code, seconds, position });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return done.sort((a, b) => a.position - b.position);
}

function printTable(rows) {
  console.log('');
  for (const { name, code, seconds } of rows) {
    console.log(
      `${name.padEnd(16)} ${code === 0 ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s`,
    );
  }
}

/** A clean clone can be installed: `npm ci` refuses a lock file with a gap. */
function lockIsComplete() {
  const gaps = findLeftOut(readLock()).map(({ name }) => name);
  const output = `${gaps.join('\n')}\nnpm ci would refuse: node scripts/complete-lock.mjs`;
  return gaps.length === 0 ? { code: 0, output: '' } : { code: 1, output };
}

/** The migrations are in order, and generating once more finds nothing that the schema has and they have not. */
async function migrationsMatchSchema() {
  const copy = mkdtempSync(join(tmpdir(), 'tsunagu-migrations-'));
  try {
    cpSync(join(ROOT, 'drizzle'), copy, { recursive: true });
    const out = relative(ROOT, copy);
    const options = ['--dialect', 'sqlite', '--out', out];
    const checked = await runNode([...BIN.drizzleKit, 'check', ...options], { capture: true });
    if (checked.code !== 0) return checked;
    const before = readdirSync(copy).length;
    const { output } = await runNode(
      [...BIN.drizzleKit, 'generate', ...options, '--schema', 'app/db/schema.server.ts'],
      { capture: true },
    );
    if (readdirSync(copy).length === before && output.includes('No schema changes')) {
      return { code: 0, output };
    }
    return {
      code: 1,
      output: `${output}\nThe schema is ahead of its migrations: npm run db:generate`,
    };
  } finally {
    rmSync(copy, { recursive: true });
  }
}
