import { expect, test } from 'vitest';
import routes from '~/routes';
import { isInEveryEdition, languagesAt, pathIn } from '~/lib/edition-path';

test('an address keeps what stands behind it when it changes its edition', () => {
  expect(pathIn('en', '/my#done')).toBe('/en/my#done');
  expect(pathIn('easy', '/en/courses/a/finish?x=1')).toBe('/easy/courses/a/finish?x=1');
  expect(pathIn(null, '/en/join?to=%2Fmy')).toBe('/join?to=%2Fmy');
});

test('an entry page leads to an entry page', () => {
  expect(pathIn('en', '/')).toBe('/en');
  expect(pathIn('easy', '/en')).toBe('/easy');
  expect(pathIn(null, '/en?a')).toBe('/?a');
});

test('what is there in Japanese alone stays where it is', () => {
  expect(pathIn('en', '/my/security')).toBe('/my/security');
  expect(pathIn('en', '/my/certificates/a.pdf')).toBe('/my/certificates/a.pdf');
  expect(pathIn('en', '/office')).toBe('/office');
});

test('each edition of a page leads on in its own', () => {
  expect(languagesAt('/join', '/en/my')).toEqual({
    ja: '/join?to=%2Fmy',
    easy: '/easy/join?to=%2Feasy%2Fmy',
    en: '/en/join?to=%2Fen%2Fmy',
  });
});

test('the addresses in every edition are those that the map gives an edition', () => {
  const paths = (routes as { path?: string }[]).flatMap(({ path }) => path ?? []);
  const wrong = paths
    .filter((path) => !['easy', 'en'].includes(path))
    .filter((path) => {
      const address = `/${path.replace(/^:edition\?\//, '').replace(/:\w+/g, 'x')}`;
      return isInEveryEdition(address) !== path.startsWith(':edition?/');
    });
  expect(wrong).toEqual([]);
});
