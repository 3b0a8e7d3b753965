import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(import.meta.url), '../..');

/** A program that the project has installed, run by this very Node. */
export const BIN = {
  tsx: ['--import', 'tsx'],
  tsc: ['node_modules/typescript/bin/tsc'],
  vitest: ['node_modules/vitest/vitest.mjs'],
  eslint: ['node_modules/eslint/bin/eslint.js'],
  prettier: ['node_modules/prettier/bin/prettier.cjs'],
  depcruise: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs'],
  knip: ['node_modules/knip/bin/knip.js'],
  drizzleKit: ['node_modules/drizzle-kit/bin.cjs'],
  paraglide: ['node_modules/@inlang/paraglide-js/bin/run.js'],
  remix: ['node_modules/@remix-run/dev/dist/cli.js'],
  playwright: ['node_modules/@playwright/test/cli.js'],
};

/** Runs a program in the project and resolves with its exit code; output goes to the terminal unless it is captured. */
export function run(command, args, { env = {}, capture = false, cwd = ROOT } = {}) {
  return new Promise((done, refuse) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', refuse);
    child.once('close', (code, signal) => done({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Room for short-lived objects, so that fewer of them live on into a long collection: evener answers under load. */
export const SERVER_FLAGS = ['--max-semi-space-size=32'];

export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs a server until it ends. Signals reach it (Ctrl-C perhaps twice, which is harmless), and it is waited for. */
export function runServer(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Says what is wrong and what to do, and ends. */
export function giveUp(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
