import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BIN, giveUp, ROOT, runNode } from './child.mjs';
import { precompress } from './precompress.mjs';

/** What the build is made of. */
const SOURCES = [
  'app',
  'messages',
  'public',
  'project.inlang/settings.json',
  'scripts/built.mjs',
  'scripts/precompress.mjs',
  'scripts/read-words.ts',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];
const NOT_SOURCES = /^app\/paraglide\/|^messages\/furigana\/|\.test\.tsx?$/;
/** What follows the first lines of a failed build is a list of every file. */
const OUTPUT_LINES = 30;
const STAMP = join(ROOT, 'build/stamp');

let words;

/** The typed words, from messages/, and their readings, once. Everything that runs the source needs them. */
export const compileWords = () => (words ??= compile());

/** One module for each language: with one for each message, whatever says a word loads thousands of files. */
async function compile() {
  const read = await runNode([...BIN.tsx, 'scripts/read-words.ts'], { capture: true });
  if (read.code !== 0) giveUp(read.output, 'The words in messages/ could not be read.');
  const { code, output } = await runNode(
    [
      ...BIN.paraglide,
      ...['compile', '--project', './project.inlang', '--outdir', './app/paraglide'],
      ...['--output-structure', 'locale-modules'],
      ...['--emit-ts-declarations', '--strategy', 'baseLocale', '--silent'],
    ],
    { capture: true },
  );
  if (code !== 0) giveUp(output, 'The words in messages/ could not be compiled.');
}

/** Builds the application, unless what is built was made of exactly these sources. */
export async function ensureBuilt() {
  const { code, output } = await build(() => console.log('Building …'));
  if (code !== 0) giveUp(output, 'The build failed.');
}

/** The same, for a caller that tells of a failure itself. */
export async function build(onBegun = () => {}) {
  const wanted = hashSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return { code: 0, output: '' };
  onBegun();
  rmSync(STAMP, { force: true });
  await compileWords();
  const { code, output } = await runNode([...BIN.remix, 'vite:build', '--logLevel', 'warn'], {
    capture: true,
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) return { code, output: output.split('\n').slice(0, OUTPUT_LINES).join('\n') };
  await precompress(join(ROOT, 'build/client'));
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  writeFileSync(STAMP, wanted);
  return { code, output: '' };
}

function hashSources() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(listFiles)) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !NOT_SOURCES.test(file))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureBuilt();
