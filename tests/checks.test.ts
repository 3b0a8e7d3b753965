import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

// Each rule is shown to catch a violation made on purpose before it is trusted.

/** rule → [file that breaks it, its text] */
const violations: Record<string, [string, string]> = {
  'nothing imports a route': ['app/flows/a.server.ts', `import '../routes/x/y/route';`],
  'a route imports no other route': ['app/routes/x/z/route.tsx', `import '../y/route';`],
  'domain knows no HTTP, no screen, no course text and no person asking': [
    'app/domain/learning/a.ts',
    `import '../../content/library';`,
  ],
  'a noun imports no other noun': [
    'app/domain/learning/b.ts',
    `import '../people/find-person.server';`,
  ],
  'content knows no database and no person': ['app/content/a.ts', `import '../db/store.server';`],
  'documents know no database and no person': [
    'app/documents/a.ts',
    `import '../db/store.server';`,
  ],
  'flows stand under routes and over domain': ['app/flows/b.server.ts', `import '../ui/button';`],
  'auth stands under flows and routes': ['app/auth/a.server.ts', `import '../flows/clean.server';`],
  'ui loads nothing': ['app/ui/a.tsx', `import '../db/store.server';`],
  'the browser part stands alone': [
    'app/enhance/a.ts',
    `import '../domain/people/find-person.server';`,
  ],
  'db knows only lib': ['app/db/a.ts', `import '../content/library';`],
  'lib is the ground floor': ['app/lib/a.ts', `import '../db/store.server';`],
  'only db opens a database': ['app/flows/c.server.ts', `import 'better-sqlite3';`],
  'only auth touches lucia': ['app/flows/d.server.ts', `import 'lucia';`],
  'only policies make bounds': ['app/flows/g.server.ts', `import '../auth/bound-of';`],
  'only content compiles MDX': ['app/flows/e.server.ts', `import 'mdx-bundler';`],
  'no cycles': ['app/lib/b.ts', `import './c';`],
  'no barrels': ['app/lib/d.ts', `import './drawer';`],
  'no test code in the app': ['app/lib/e.ts', `import '../../tests/factories';`],
  'everything imported is there': ['app/lib/f.ts', `import './nowhere';`],
};

const innocents: Record<string, string> = {
  'app/routes/x/y/route.tsx': 'export {};',
  'app/content/library.ts': 'export {};',
  'app/domain/people/find-person.server.ts': 'export {};',
  'app/db/store.server.ts': 'export {};',
  'app/auth/bound-of.ts': 'export {};',
  'app/ui/button.tsx': 'export {};',
  'app/flows/clean.server.ts': 'export {};',
  'app/lib/c.ts': `import './b';`,
  'app/lib/drawer/index.ts': 'export {};',
  'tests/factories.ts': 'export {};',
  'tsconfig.json': '{}',
  'package.json': '{"type":"module"}',
  ...Object.fromEntries(
    ['better-sqlite3', 'lucia', 'mdx-bundler'].flatMap((name) => [
      [`node_modules/${name}/package.json`, `{"name":"${name}","main":"main.js"}`],
      [`node_modules/${name}/main.js`, ''],
    ]),
  ),
};

test('each rule of the floors catches its violation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-floors-'));
  const files = { ...innocents, ...Object.fromEntries(Object.values(violations)) };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const run = spawnSync(
    process.execPath,
    [
      resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      resolve('.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'app',
      'tests',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const report = JSON.parse(run.stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  const caught = new Set(
    report.summary.violations.map(({ from, rule }) => `${rule.name} ← ${from}`),
  );
  const expected = Object.entries(violations).map(([rule, [file]]) => `${rule} ← ${file}`);
  expect(expected.filter((violation) => !caught.has(violation))).toEqual([]);
  const rules = new Set(report.summary.violations.map(({ rule }) => rule.name));
  expect([...rules].sort()).toEqual(Object.keys(violations).sort());
});

const eslint = new ESLint();

async function rulesBrokenBy(text: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'parse error');
}

test('lint catches a promise that nobody awaits', async () => {
  const text = `async function save() {}\nexport function f() {\n  save();\n}\n`;
  expect(await rulesBrokenBy(text, 'app/lib/code.ts')).toContain(
    '@typescript-eslint/no-floating-promises',
  );
});

test.each([
  ['the present moment outside lib/clock', `export const a = new Date();`],
  ['the present moment in milliseconds', `export const a = Date.now();`],
  ['the environment outside lib/env', `export const a = process.env.SECRET;`],
  [
    "drizzle's own transaction",
    `export function f(db: { transaction(w: () => void): void }) {\n  db.transaction(() => {});\n}`,
  ],
])('lint catches %s', async (_, text) => {
  expect(await rulesBrokenBy(text, 'app/lib/code.ts')).toContain('no-restricted-syntax');
});

test.each([
  ['Japanese words in a page', `export function A() {\n  return <p>つなぐ</p>;\n}`],
  ['Japanese words in an attribute', `export function A() {\n  return <p title="つなぐ" />;\n}`],
  ['a style attribute', `export function A() {\n  return <p style={{ width: 1 }} />;\n}`],
])('lint catches %s', async (_, text) => {
  expect(await rulesBrokenBy(text, 'app/ui/card.tsx')).toContain('no-restricted-syntax');
});

test('lint catches a picture without a text alternative', async () => {
  const text = `export function A() {\n  return <img src="/a.png" />;\n}`;
  expect(await rulesBrokenBy(text, 'app/ui/card.tsx')).toContain('jsx-a11y/alt-text');
});
