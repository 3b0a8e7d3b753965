import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = 'node_modules/.cache/tsunagu/content-passed.json';
const LIMIT = 20_000;

type Passed = { hashes: ReadonlySet<string>; add(hashes: string[]): void };

/** What has passed the check before, by hash, so that only a changed text is compiled again. Another compiler forgets it all. */
export function openPassed(): Passed {
  const compiler = hashOfCompiler();
  const hashes = new Set(read(compiler));
  return {
    hashes,
    add(found) {
      const fresh = found.filter((hash) => !hashes.has(hash));
      if (fresh.length === 0) return;
      const kept = [...hashes, ...fresh].slice(-LIMIT);
      try {
        mkdirSync(dirname(FILE), { recursive: true });
        writeFileSync(FILE, JSON.stringify({ compiler, hashes: kept }));
      } catch {
        // Where nothing can be written, the next check is only slower.
      }
    },
  };
}

function read(compiler: string): string[] {
  try {
    const found = JSON.parse(readFileSync(FILE, 'utf8')) as { compiler: string; hashes: string[] };
    return found.compiler === compiler ? found.hashes : [];
  } catch {
    return [];
  }
}

/** Of the code that reads and compiles, and of the packages under it. */
function hashOfCompiler(): string {
  const hash = createHash('sha256');
  const names = readdirSync('app/content', { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((name) => /\.m?[tj]s$/.test(name) && !/\.test\.ts$/.test(name)))
    hash.update(name).update(readFileSync(join('app/content', name)));
  return hash.update(readFileSync('package-lock.json')).digest('hex');
}
