import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build, compileWords } from './built.mjs';
import { CHECKS } from './check.mjs';
import { BIN, runNode } from './child.mjs';
import { ensureInstalled } from './installed.mjs';
import { printTable, runParts } from './parts.mjs';

/** Everything that has to hold: checks, unit tests, and journeys in a browser on the production build. */
await ensureInstalled();
await ensureBrowser();
const temp = mkdtempSync(join(tmpdir(), 'tsunagu-test-'));
const unitReport = join(temp, 'unit.json');
const browserReport = join(temp, 'browser.json');

const UNIT = [...BIN.vitest, 'run', '--reporter=dot', '--reporter=json'];

await compileWords();
console.log('Checks, unit tests and the build …');
const parts = await runParts([
  ['unit tests', [...UNIT, `--outputFile.json=${unitReport}`]],
  ['build', build],
  ...CHECKS,
]);
printTable(parts);
const [unit, built, ...checks] = parts;
const browser = built.code === 0 ? await runBrowser() : built;
if (built.code === 0) parts.push(browser);

const tally = sum(
  ...[built, ...checks].map(({ code }) => ({
    passed: Number(code === 0),
    failed: Number(code !== 0),
  })),
  read(unitReport, unit.code, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests })),
  read(browserReport, browser.code, (r) => ({
    passed: r.stats.expected,
    failed: r.stats.unexpected + r.stats.flaky,
  })),
);
rmSync(temp, { recursive: true, force: true });
printTable(parts);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/** Alone, and seen as it goes: it takes the longest. */
async function runBrowser() {
  const begun = performance.now();
  const { code } = await runNode([...BIN.playwright, 'test', '--reporter=line,json'], {
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
      TSUNAGU_E2E_DIR: temp,
    },
  });
  return { name: 'browser', code, seconds: (performance.now() - begun) / 1000 };
}

/** A runner that ended badly counts as one failure even when its report names none. */
function read(report, code, pick) {
  const { passed, failed } = existsSync(report)
    ? pick(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function sum(...tallies) {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
}
