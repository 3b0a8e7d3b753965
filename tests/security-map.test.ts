import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/security.md says of each requirement of OWASP ASVS 5.0, levels 1 and 2, which test or setting
// shows it. Here it is seen that none is left out and that what is named is there.

/** The requirements of levels 1 and 2, by section. Chapter 17 (WebRTC) is answered as a whole. */
const REQUIREMENTS: Record<string, string> = {
  '1.1': '1-2',
  '1.2': '1-9',
  '1.3': '1-11',
  '1.4': '1-3',
  '1.5': '1-2',
  '2.1': '1-3',
  '2.2': '1-3',
  '2.3': '1-4',
  '2.4': '1',
  '3.2': '1-2',
  '3.3': '1-4',
  '3.4': '1-6',
  '3.5': '1-5',
  '3.7': '1-2',
  '4.1': '1-3',
  '4.2': '1',
  '4.3': '1-2',
  '4.4': '1-4',
  '5.1': '1',
  '5.2': '1-3',
  '5.3': '1-2',
  '5.4': '1-3',
  '6.1': '1-3',
  '6.2': '1-11',
  '6.3': '1-3',
  '6.4': '1-4',
  '6.5': '1-5',
  '6.6': '1-3',
  '6.8': '1-3',
  '7.1': '1-3',
  '7.2': '1-4',
  '7.3': '1-2',
  '7.4': '1-5',
  '7.5': '1-2',
  '7.6': '1-2',
  '8.1': '1-2',
  '8.2': '1-3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1-3',
  '9.2': '1-4',
  '10.1': '1-2',
  '10.2': '1-2',
  '10.3': '1-4',
  '10.4': '1-11',
  '10.5': '1-5',
  '10.6': '1-2',
  '10.7': '1-3',
  '11.1': '1-2',
  '11.2': '1-3',
  '11.3': '1-3',
  '11.4': '1-3',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1-3',
  '12.2': '1-2',
  '12.3': '1-4',
  '13.1': '1',
  '13.2': '1-5',
  '13.3': '1-2',
  '13.4': '1-5',
  '14.1': '1-2',
  '14.2': '1-4',
  '14.3': '1-3',
  '15.1': '1-3',
  '15.2': '1-3',
  '15.3': '1-7',
  '16.1': '1',
  '16.2': '1-5',
  '16.3': '1-4',
  '16.4': '1-3',
  '16.5': '1-3',
};

const STATES = ['held', 'open', 'not ours'];

export type Row = { id: string; level: string; what: string; state: string; shown: string };

/** The rows of the tables of a page that begin with the number of a requirement. */
export function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .filter((cells) => /^\d+(\.\d+){0,2}$/.test(cells[1] ?? ''))
    .map(([, id, level, what, state, shown]) => ({
      id: id!,
      level: level!,
      what: what!,
      state: state!,
      shown: shown!,
    }));
}

/** What is named as showing a requirement: a file, and of a test file the names of tests in it. */
export function referencesOf(shown: string): { file: string; test: string | null }[] {
  return [...shown.matchAll(/`([\w./-]+\.\w+|[\w./-]+\/)`(?: › ([^;]+))?/g)].map(
    ([, file, name]) => ({ file: file!, test: name?.trim() ?? null }),
  );
}

/** Why a row does not hold what it says, or null. */
export function wrongWith({ state, shown }: Row): string | null {
  if (!STATES.includes(state)) return `state ${state}`;
  if (state !== 'held') return shown.length > 10 ? null : 'no reason';
  const references = referencesOf(shown);
  if (references.length === 0) return 'nothing shows it';
  for (const { file, test } of references) {
    if (!existsSync(file)) return `${file} is not there`;
    if (/\.(test|spec)\.tsx?$/.test(file) && !test) return `${file}: which test?`;
    if (test && !readFileSync(file, 'utf8').includes(test)) return `${file} has no test "${test}"`;
  }
  return null;
}

function expectedIds(): string[] {
  const ids = Object.entries(REQUIREMENTS).flatMap(([section, numbers]) =>
    numbers.split(' ').flatMap((range) => {
      const [first, last = first] = range.split('-').map(Number);
      return Array.from({ length: last! - first! + 1 }, (_, i) => `${section}.${first! + i}`);
    }),
  );
  return [...ids, '17'];
}

const rows = rowsOf(readFileSync('docs/security.md', 'utf8'));

test('every requirement of levels 1 and 2 has its row, and only one', () => {
  expect(rows.map(({ id }) => id)).toEqual(expectedIds());
});

test('what is said to show a requirement is there, and what is open says why', () => {
  const wrong = rows.flatMap((row) => {
    const complaint = wrongWith(row);
    return complaint ? [`${row.id}: ${complaint}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('the check of the map catches a test that is not there, and a reason that is missing', () => {
  const row = { id: '1.1.1', level: '1', what: '', state: 'held' };
  const here = 'tests/security-map.test.ts';
  expect(wrongWith({ ...row, shown: '`tests/nowhere.test.ts` › x' })).toMatch(/not there/);
  expect(wrongWith({ ...row, shown: `\`${here}\` › there is ${'no such'} test` })).toMatch(
    /no test/,
  );
  expect(wrongWith({ ...row, shown: `\`${here}\`` })).toMatch(/which test/);
  expect(wrongWith({ ...row, shown: 'trust us' })).toMatch(/nothing shows/);
  expect(wrongWith({ ...row, state: 'open', shown: '' })).toBe('no reason');
  expect(wrongWith({ ...row, shown: `\`${here}\` › the check of the map catches` })).toBeNull();
});
