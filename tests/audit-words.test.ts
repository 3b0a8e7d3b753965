import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '~/flows/audit-words';

const DEED = /'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g;
const LINES_OF_A_CHOICE = 3;

/** Every deed that some file writes in the log: codes that stand in or just under a line about an action. */
function deedsIn(source: string): string[] {
  if (!source.includes('recordAudit')) return [];
  const lines = source.split('\n');
  return lines.flatMap((line, i) => {
    const from = line.search(/\baction\b|_ACTION\b/);
    if (from < 0) return [];
    const rest = [line.slice(from), ...lines.slice(i + 1, i + LINES_OF_A_CHOICE)].join('\n');
    return [...rest.split(/[,;]/)[0]!.matchAll(DEED)].map(([, deed]) => deed!);
  });
}

const deeds = new Set([
  'retention.notice',
  ...['app', 'server', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|paraglide/.test(name))
      .flatMap((name) => deedsIn(readFileSync(join(folder, name), 'utf8'))),
  ),
]);

test('every deed that is written in the log has its words', () => {
  const wordless = [...deeds].filter((deed) => !AUDIT_ACTIONS[deed]).sort();
  expect(wordless, 'give them words in app/flows/audit-words.ts').toEqual([]);
});

test('no words are kept for a deed that is gone', () => {
  expect(Object.keys(AUDIT_ACTIONS).filter((deed) => !deeds.has(deed))).toEqual([]);
});

test('the search for deeds finds plain ones, choices and constants, and nothing in a file that writes no log', () => {
  const source = `recordAudit(db, { action: 'a.b', at });
    const action = isNew
      ? 'c.d'
      : 'e.f';
    const X_ACTION = 'g.h';`;
  expect(deedsIn(source)).toEqual(['a.b', 'c.d', 'e.f', 'g.h']);
  expect(deedsIn(source.replace('recordAudit', 'other'))).toEqual([]);
});
