import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './built.mjs';
import { BIN, runNode } from './child.mjs';
import { ensureInstalled } from './installed.mjs';

/** Everything that has to hold: checks, unit tests, and journeys in a browser on the production build. */
await ensureInstalled();
const chromium = await ensureBrowser();
const temp = mkdtempSync(join(tmpdir(), 'tsunagu-test-'));
const unitReport = join(temp, 'unit.json');
const browserReport = join(temp, 'browser.json');

const check = await runNode(['scripts/check.mjs']);
const unit = await runNode([
  ...BIN.vitest,
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
await ensureBuilt();
const browser = await runNode([...BIN.playwright, 'test', '--reporter=line,json'], {
  env: {
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
    CHROMIUM: chromium,
    TSUNAGU_E2E_DIR: temp,
  },
});

const tally = sum(
  { passed: check.code === 0 ? 1 : 0, failed: check.code === 0 ? 0 : 1 },
  read(unitReport, unit.code, (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests })),
  read(browserReport, browser.code, (r) => ({
    passed: r.stats.expected,
    failed: r.stats.unexpected + r.stats.flaky,
  })),
);
rmSync(temp, { recursive: true, force: true });
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

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
