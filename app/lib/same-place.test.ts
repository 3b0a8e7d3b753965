import { expect, test } from 'vitest';
import { samePlace } from './same-place';

test('a path of this site is kept with its query and fragment', () => {
  expect(samePlace('/courses/a/lessons/b?q=2#tools')).toBe('/courses/a/lessons/b?q=2#tools');
});

test.each([
  null,
  '',
  'courses/a',
  'https://other.example/',
  '//other.example/',
  '/\\other.example/',
  '/\t/other.example/',
  '/x/..//other.example/',
  'javascript:alert(1)',
])('%j leads to the first page', (to) => {
  expect(samePlace(to)).toBe('/');
});
