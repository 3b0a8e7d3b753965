import { expect, test } from 'vitest';
import { hiddenParts } from './hidden-parts';
import { whyHidden } from './why-hidden';

const hidden = (counts: Record<string, number>, rest = 0) => {
  const parts = new Map(Object.entries(counts));
  const total = [...parts.values()].reduce((sum, count) => sum + count, rest);
  return [...hiddenParts({ total, parts })].sort();
};

test('nothing more is hidden where nothing is left over, or ten and more', () => {
  expect(hidden({ a: 12, b: 30 })).toEqual([]);
  expect(hidden({ a: 12, b: 30, c: 0 })).toEqual([]);
  expect(hidden({ a: 5, b: 5, c: 30 })).toEqual([]);
  expect(hidden({ a: 12, b: 30 }, 10)).toEqual([]);
});

test('where subtraction would tell of fewer than ten, the smallest that is shown is hidden too', () => {
  expect(hidden({ a: 3, b: 12, c: 30 })).toEqual(['b']);
  expect(hidden({ a: 4, b: 5, c: 10, d: 10 })).toEqual(['c']);
  expect(hidden({ b: 12, c: 30 }, 1)).toEqual(['b']);
  expect(hidden({ a: 9, b: 10 })).toEqual(['b']);
});

const PREFECTURE = { code: 'pref', kind: 'prefecture', partCodes: ['a', 'b', 'c'] };
const CITY = { code: 'b', kind: 'designated-city', partCodes: ['b1', 'b2'] };
const NATION = { code: 'nation', kind: 'nation', partCodes: ['pref'] };

test.each([
  ['nobody answered', 'c', { c: 0, pref: 40, nation: 40 }, null],
  ['nine answered', 'a', { a: 9, pref: 40, nation: 40 }, 'few'],
  ['ten answered', 'a', { a: 10, b: 30, pref: 40, nation: 40 }, null],
  ['a neighbour has too few', 'b', { a: 3, b: 12, c: 30, pref: 45, nation: 45 }, 'others'],
  ['the larger neighbour stays', 'c', { a: 3, b: 12, c: 30, pref: 45, nation: 45 }, null],
  [
    'a whole that is hidden hides its wards',
    'b1',
    { a: 3, b: 24, b1: 12, b2: 12, c: 30, pref: 57, nation: 57 },
    'others',
  ],
  ['too few without a municipality', 'pref', { pref: 40, nation: 43 }, 'others'],
  ['enough without a municipality', 'pref', { pref: 40, nation: 50 }, null],
])('%s', (_, code, counts, why) => {
  const countOf = (area: string) => (counts as Record<string, number>)[area] ?? 0;
  expect(whyHidden({ code, around: [CITY, PREFECTURE, NATION], countOf })).toBe(why);
});
