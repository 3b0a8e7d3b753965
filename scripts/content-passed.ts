import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { YamlMemory } from '~/content/yaml-source';

const HOUSE_FILE = 'node_modules/.cache/tsunagu/content-passed.json';
const HASH_LIMIT = 20_000;
const YAML_LIMIT = 3000;

type Kept = { compiler: string; hashes: string[]; yaml: [hash: string, data: unknown][] };
type Passed = { hashes: ReadonlySet<string>; yaml: YamlMemory; add(hashes: string[]): void };

/** What has passed the check before, by hash, so that only a changed text is read and compiled again. Another compiler forgets it all. */
export function openPassed(file = HOUSE_FILE): Passed {
  const compiler = hashOfCompiler();
  const before = read(file, compiler);
  const hashes = new Set(before.hashes);
  const yaml = new Map(before.yaml);
  let isChanged = false;
  return {
    hashes,
    yaml: {
      find: (hash) => yaml.get(hash),
      keep(hash, data) {
        yaml.set(hash, data);
        isChanged = true;
      },
    },
    add(found) {
      const fresh = found.filter((hash) => !hashes.has(hash));
      if (fresh.length === 0 && !isChanged) return;
      const kept: Kept = {
        compiler,
        hashes: [...hashes, ...fresh].slice(-HASH_LIMIT),
        yaml: [...yaml].slice(-YAML_LIMIT),
      };
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // Where nothing can be written, the next check is only slower.
      }
    },
  };
}

function read(file: string, compiler: string): Kept {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (kept.compiler === compiler) return kept;
  } catch {
    // None yet, or not ours.
  }
  return { compiler, hashes: [], yaml: [] };
}

/** Of the code that reads and compiles, and of the packages under it. */
function hashOfCompiler(): string {
  const hash = createHash('sha256');
  const names = readdirSync('app/content', { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((name) => /\.m?[tj]s$/.test(name) && !/\.test\.ts$/.test(name)))
    hash.update(name).update(readFileSync(join('app/content', name)));
  return hash.update(readFileSync('package-lock.json')).digest('hex');
}
