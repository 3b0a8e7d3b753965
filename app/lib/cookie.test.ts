import { expect, test } from 'vitest';
import { cookieValue } from './cookie';

const asking = (Cookie?: string) =>
  new Request('http://localhost/', { headers: Cookie === undefined ? {} : { Cookie } });

test('a cookie is found by its whole name, under the first of several', () => {
  expect(cookieValue(asking('xa=1; a=2;b=3'), 'a')).toBe('2');
  expect(cookieValue(asking('b=3; a=2'), 'a', 'b')).toBe('3');
  expect(cookieValue(asking('a='), 'a')).toBe('');
});

test('what was not sent is not there', () => {
  expect(cookieValue(asking(), 'a')).toBeNull();
  expect(cookieValue(asking('ab=1'), 'a')).toBeNull();
});
