import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startWorker } from '~/content/compiler.server';

/** `--passed`: the file in which to remember what passed, in place of the usual one. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { passed: { type: 'string' } },
});
if (positionals.length > 1) {
  console.error('フォルダーは一つだけ指してください  →  二つあるときは、二度に分けて確かめます');
  process.exit(1);
}
const folder = resolve(positionals[0] ?? 'content');
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(
    `${folder}  フォルダーが見つかりません  →  content:check -- <フォルダー> の形で、あるフォルダーを指してください`,
  );
  process.exit(1);
}

// The worker reads its dictionary while everything else is still being imported and read.
const worker = startWorker();
const { compileLibrary } = await import('~/content/compile-library.server');
const { readLibrary } = await import('~/content/read-library.server');
const { formatRefusal } = await import('~/content/refusal');
const { rememberYaml } = await import('~/content/yaml-source');
const { openPassed } = await import('./content-passed');

const passed = openPassed(values.passed);
rememberYaml(passed.yaml);
const library = await readLibrary(folder);
const compiled = await compileLibrary(library, { known: passed.hashes, worker });
passed.add([...compiled.artifacts.map(({ hash }) => hash), ...compiled.clean]);
const refusals = [...library.refusals, ...compiled.refusals];
for (const refusal of refusals) console.log(formatRefusal(refusal));
console.log(`${library.fileCount} files, ${refusals.length} refused`);
process.exitCode = refusals.length > 0 ? 1 : 0;
