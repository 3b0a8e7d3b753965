import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileLibrary } from '~/content/compile-library.server';
import { startWorker } from '~/content/compiler.server';
import { readLibrary } from '~/content/read-library.server';
import { formatRefusal } from '~/content/refusal';
import { openPassed } from './content-passed';

const folder = resolve(process.argv[2] ?? 'content');
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(
    `${folder}  フォルダーが見つかりません  →  content:check -- <フォルダー> の形で、あるフォルダーを指してください`,
  );
  process.exit(1);
}

const worker = startWorker();
const passed = openPassed();
const library = await readLibrary(folder);
const compiled = await compileLibrary(library, { known: passed.hashes, worker });
passed.add([...compiled.artifacts.map(({ hash }) => hash), ...compiled.clean]);
const refusals = [...library.refusals, ...compiled.refusals];
for (const refusal of refusals) console.log(formatRefusal(refusal));
console.log(`${library.fileCount} files, ${refusals.length} refused`);
process.exitCode = refusals.length > 0 ? 1 : 0;
