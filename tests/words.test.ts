import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Words = Record<string, string>;
const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Words;
const places = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What only staff and the server's own people read. */
const FOR_STAFF = /^common_(content_refused|nav_(studio|certificates|report))$/;

/** A file is named like the certificate in it, which is Japanese. */
const OF_THE_CERTIFICATE = /^my_file_name$/;

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

const isForLearners = (key: string) => !FOR_STAFF.test(key) && !OF_THE_CERTIFICATE.test(key);

test.each([
  'common.json',
  'course.json',
  'editions.json',
  'account.json',
  'my.json',
  'verify.json',
])('what a learner reads on the screens of %s is there in English', (file) => {
  const english = read('en', file);
  const missing = Object.keys(read('ja', file)).filter(
    (key) => !(key in english) && isForLearners(key),
  );
  expect(missing).toEqual([]);
});

test.each(['account.json', 'my.json', 'verify.json'])(
  'the ways in, the own record and the certificate of %s are there in simple words',
  (file) => {
    const easy = read('easy', file);
    const missing = Object.keys(read('ja', file)).filter(
      (key) => !(key in easy) && isForLearners(key),
    );
    expect(missing).toEqual([]);
  },
);

test.each(['en', 'easy'])('what somebody agrees to when she signs up is there in %s', (locale) => {
  const words = read(locale, 'trust.json');
  const agreed = Object.keys(read('ja', 'trust.json')).filter((key) =>
    /^trust_(share_|guardian_|join_)/.test(key),
  );
  expect(agreed.filter((key) => !(key in words))).toEqual([]);
});
