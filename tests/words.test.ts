import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Words = Record<string, string>;
const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Words;
const places = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What only staff and the server's own people read. */
const FOR_STAFF = /^common_(content_refused|nav_(studio|certificates|report))$/;

test.each(['en', 'easy'])(
  'every word in %s is one of the original’s, and names what it names',
  (locale) => {
    const wrong = readdirSync(`messages/${locale}`).flatMap((file) => {
      const original = read('ja', file);
      return Object.entries(read(locale, file)).flatMap(([key, text]) => {
        const known = new Set(places(original[key]));
        const fits = original[key] !== undefined && places(text).every((name) => known.has(name));
        return fits ? [] : [`${file} ${key}`];
      });
    });
    expect(wrong).toEqual([]);
  },
);

test.each(['common.json', 'course.json', 'editions.json'])(
  'what a learner reads on the screens of %s is there in English',
  (file) => {
    const english = read('en', file);
    const missing = Object.keys(read('ja', file)).filter(
      (key) => !(key in english) && !FOR_STAFF.test(key),
    );
    expect(missing).toEqual([]);
  },
);
