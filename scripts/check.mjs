import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileWords } from './built.mjs';
import { BIN, ROOT, runNode } from './child.mjs';
import { findLeftOut, readLock } from './complete-lock.mjs';
import { ensureInstalled } from './installed.mjs';
import { printTable, runParts } from './parts.mjs';

/** Each check of the house, the slow ones first. */
export const CHECKS = [
  ['lint', [...BIN.eslint, '.', '--max-warnings', '0']],
  ['types', [...BIN.tsc, '--noEmit', '-p', '.']],
  ['nothing unused', [...BIN.knip, '--no-progress']],
  ['floors', [...BIN.depcruise, 'app', 'server', 'scripts', 'tests']],
  ['content', [...BIN.tsx, 'scripts/content-check.ts']],
  ['format', [...BIN.prettier, '--check', '.']],
  ['migrations', migrationsMatchSchema],
  ['lock file', lockIsComplete],
];

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled();
  await compileWords();
  const results = await runParts(CHECKS);
  printTable(results);
  process.exit(results.every(({ code }) => code === 0) ? 0 : 1);
}
