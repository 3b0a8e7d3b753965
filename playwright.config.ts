import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const PORT = 3199;
const ORIGIN = `http://localhost:${PORT}`;

/** A new database for each run. Workers read this file again, so the folder is handed on to them. */
process.env.TSUNAGU_E2E_DIR ??= mkdtempSync(join(tmpdir(), 'tsunagu-e2e-'));

const findFirst = (...paths: (string | undefined)[]) =>
  paths.find((path) => path && existsSync(path));
const chromium = findFirst(
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
);
/** The same engine without a window around it, where it is installed: a page costs half. */
const shell = process.env.CHROMIUM ?? findFirst('/usr/bin/chromium-headless-shell') ?? chromium;

const launch = (executablePath: string | undefined) => ({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/fresh-database.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: ORIGIN,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    // A record of each step costs a fifth of the run. Of one that failed: npx playwright test <spec> --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'pages', grepInvert: /@browser/, use: { launchOptions: launch(shell) } },
    // What only the browser around a page knows.
    { name: 'browser', grep: /@browser/, use: { launchOptions: launch(chromium) } },
  ],
  webServer: {
    command: 'node --import tsx server/main.ts',
    url: `${ORIGIN}/healthcheck`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      NODE_ENV: 'production',
      DEMO: 'on',
      PORT: String(PORT),
      ORIGIN,
      SECRET: 'only-for-browser-tests-on-a-temporary-database',
      DATABASE_PATH: join(process.env.TSUNAGU_E2E_DIR, 'e2e.db'),
      LOG_LEVEL: 'warn',
    },
  },
});
