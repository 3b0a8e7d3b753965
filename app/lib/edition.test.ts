import { expect, test } from 'vitest';
import { coursePath } from './course-path';
import { editionOfPath, findEdition } from './edition';

test.each([
  ['/en', 'en'],
  ['/en/courses/a', 'en'],
  ['/easy/courses/a/lessons/b', 'easy'],
  ['/english', null],
  ['/courses/en', null],
  ['/', null],
])('%s is of the edition %s', (path, edition) => {
  expect(editionOfPath(path)).toBe(edition);
});

test('an edition that does not exist is a page that does not exist', () => {
  expect(findEdition({})).toBeNull();
  expect(findEdition({ edition: 'easy' })).toBe('easy');
  expect(() => findEdition({ edition: 'fr' })).toThrow(Response);
});

test('an address keeps its edition', () => {
  expect(coursePath(null, 'a', 'lessons', 'b')).toBe('/courses/a/lessons/b');
  expect(coursePath('en', 'a', 'lessons', 'b', 'quiz')).toBe('/en/courses/a/lessons/b/quiz');
  expect(coursePath('easy', 'a')).toBe('/easy/courses/a');
});
