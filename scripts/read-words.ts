import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDictionary } from '../app/content/dictionary.server';
import { createReadMessage } from '../app/content/read-message';

// The words of やさしい日本語 with their readings, as an edition of the screens of its own: messages/furigana/.
// What was read before is kept, so the dictionary is opened only for new words.

const OWN_READINGS = 'messages/readings.json';
const RULES = ['common-readings.ts', 'furigana.ts', 'read-message.ts'].map((name) =>
  join('app/content', name),
);
const KEPT = '.cache/furigana.json';

type Words = Record<string, string>;
type Kept = { rules: string; read: Words };

const rules = createHash('sha256');
for (const file of [...RULES, OWN_READINGS]) rules.update(readFileSync(file));
const kept = findKept(rules.digest('hex'));

const areas = readdirSync('messages/ja');
const words = areas.map((area) => ({ ...wordsIn('ja', area), ...wordsIn('easy', area) }));
const fresh = new Set(words.flatMap(Object.values<string>).filter((text) => !(text in kept.read)));
if (fresh.size > 0) {
  const read = createReadMessage(await loadDictionary(), wordsOf(OWN_READINGS));
  const unread = new Set<string>();
  for (const text of fresh) {
    const found = read(text);
    kept.read[text] = found.text;
    found.unread.forEach((word) => unread.add(word));
  }
  if (unread.size > 0) {
    console.error(`${OWN_READINGS} has to say how these are read: ${[...unread].join(' ')}`);
    process.exit(1);
  }
}

mkdirSync('messages/furigana', { recursive: true });
areas.forEach((area, i) => {
  const read = Object.entries(words[i] ?? {}).map(([key, text]) => [key, kept.read[text]]);
  writeChanged(join('messages/furigana', area), Object.fromEntries(read));
});
const used = new Set(words.flatMap(Object.values<string>));
const read = Object.fromEntries(Object.entries(kept.read).filter(([text]) => used.has(text)));
mkdirSync('.cache', { recursive: true });
writeChanged(KEPT, { rules: kept.rules, read });

function findKept(rules: string): Kept {
  const found = readIfThere(KEPT);
  const before = found === null ? null : (JSON.parse(found) as Kept);
  return before?.rules === rules ? before : { rules, read: {} };
}

function wordsIn(locale: string, area: string): Words {
  return wordsOf(join('messages', locale, area));
}

function wordsOf(file: string): Words {
  return JSON.parse(readIfThere(file) ?? '{}') as Words;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A file that stays as it is wakes nobody who watches it. */
function writeChanged(file: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (readIfThere(file) !== text) writeFileSync(file, text);
}
