import { expect, test } from 'vitest';
import { partsStanding, type ProgrammePart } from './parts-standing';

const parts: ProgrammePart[] = [
  { name: '共通', minutes: 90, take: 'all', courses: ['common'] },
  { name: '選択', minutes: 30, take: 'one', courses: ['stress', 'work', 'youth'] },
];
const day = (date: number) => new Date(Date.UTC(2026, 8, date));
const at = (slugs: string[]) => new Map(slugs.map((slug, i) => [slug, day(i + 1)]));
const done = (finished: string[], elective: string | null = null) =>
  partsStanding({ parts, finished: at(finished), elective }).map(({ doneAt }) => doneAt !== null);

test('the common part and one elective are both asked for', () => {
  expect(done([])).toEqual([false, false]);
  expect(done(['common'])).toEqual([true, false]);
  expect(done(['work'])).toEqual([false, true]);
  expect(done(['common', 'work'])).toEqual([true, true]);
});

test('where the host has chosen the elective, another one does not stand for it', () => {
  expect(done(['common', 'work'], 'stress')).toEqual([true, false]);
  expect(done(['common', 'work', 'stress'], 'stress')).toEqual([true, true]);
});

test('a choice that is no elective of the programme counts as none', () => {
  expect(done(['common', 'work'], 'common')).toEqual([true, true]);
  expect(done(['common', 'work'], 'gone')).toEqual([true, true]);
});

test('without a choice it says that any of them counts, with one it names that one alone', () => {
  const elective = (choice: string | null) =>
    partsStanding({ parts, finished: new Map(), elective: choice })[1];
  expect(elective(null)).toMatchObject({ anyOf: true, courses: [{}, {}, {}] });
  expect(elective('youth')).toMatchObject({
    anyOf: false,
    courses: [{ slug: 'youth', finished: false }],
  });
});

test('a part is done with the last course it asks for, and with the first one where any counts', () => {
  const doneAt = (elective: string | null) =>
    partsStanding({
      parts: [{ ...parts[0]!, courses: ['common', 'more'] }, parts[1]!],
      finished: at(['common', 'work', 'more', 'stress']),
      elective,
    }).map((part) => part.doneAt);
  expect(doneAt(null)).toEqual([day(3), day(2)]);
  expect(doneAt('stress')).toEqual([day(3), day(4)]);
});
