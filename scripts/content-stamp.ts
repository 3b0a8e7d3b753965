import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { editionOf } from '~/content/edition';
import { stamp, type Stamped } from '~/content/stamp.server';

const USE = 'npm run content:stamp -- <コースのフォルダー> [--all]';
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const all = process.argv.includes('--all');
const folder = resolve(named[0] ?? '');
if (named.length !== 1 || !existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`フォルダーを一つ指してください  →  ${USE}`);
  process.exit(1);
}

const WORDS: Record<Stamped['state'], string> = {
  stamped: '印を付けました',
  same: '元の文のままです',
  changed: '元の文が変わっています  →  読み比べて直してから --all で付け直してください',
  'kept-older': 'older: true なので、そのままにしました',
  unreadable: 'original: の行がありません  →  original: "000000000000" を書き足してください',
};

const counts = { stamped: 0, same: 0, changed: 0, 'kept-older': 0, unreadable: 0 };
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  const path = join(folder, name);
  const edition = editionOf(path);
  if (!edition || !statSync(path).isFile()) continue;
  const shown = relative(process.cwd(), path);
  if (!existsSync(edition.original)) {
    console.log(`${shown}  元の ${relative(folder, edition.original)} がありません`);
    counts.unreadable++;
    continue;
  }
  const result = stamp(readFileSync(path, 'utf8'), readFileSync(edition.original, 'utf8'), { all });
  if (result.state === 'stamped') writeFileSync(path, result.text);
  counts[result.state]++;
  if (result.state !== 'same')
    console.log(`${shown}  ${WORDS[result.state]}${'mark' in result ? `（${result.mark}）` : ''}`);
}
console.log(
  `${counts.stamped} stamped, ${counts.same} up to date, ${counts.changed} changed, ${counts['kept-older']} older, ${counts.unreadable} without`,
);
process.exitCode = counts.changed + counts.unreadable > 0 ? 1 : 0;
