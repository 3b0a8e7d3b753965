import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const PORT = 3199;
const ORIGIN = `http://localhost:${PORT}`;

/** A new database for each run. Workers read this file again, so the folder is handed on to them. */
process.env.TSUNAGU_E2E_DIR ??= mkdtempSync(join(tmpdir(), 'tsunagu-e2e-'));

const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

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
    launchOptions: {
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
    },
  },
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
