import { expect, test } from 'vitest';
import {
  chosenReading,
  forgetReadingSettings,
  findReadingSettings,
  findReadingText,
  keepReadingSettings,
  readingAttributes,
  readingIn,
  readingOf,
  readingText,
  wordsLocale,
} from './reading-settings';

const USUAL = {
  furigana: false,
  text: 'normal',
  spacing: 'normal',
  contrast: 'normal',
  motion: 'normal',
  easy: 'on',
};
const withCookie = (cookie: string) =>
  new Request('http://localhost/', { headers: { Cookie: cookie } });
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

test('a device that keeps nothing is shown pages as usual', () => {
  expect(findReadingSettings(withCookie('session=x'))).toEqual(USUAL);
  expect(findReadingText(withCookie('session=x'))).toBeNull();
});

test('what an earlier version of the cookie kept still holds', () => {
  expect(readingOf('on.large')).toEqual({ ...USUAL, furigana: true, text: 'large' });
});

test('what a reader chose is read back, over http and over https', () => {
  const settings = readingOf('on.largest.wider.high.calm');
  const [plain, secure] = [false, true].map((isSecure) => keepReadingSettings(settings, isSecure));
  for (const sent of [plain!, secure!]) {
    expect(findReadingSettings(withCookie(`a=b; ${sent.split(';')[0]}`))).toEqual(settings);
  }
  expect(secure).toMatch(/^__Host-reading=.*; Path=\/;.*; SameSite=Lax; HttpOnly; Secure$/);
  expect(readingText(settings)).toBe('on.largest.wider.high.calm');
});

test.each(['', 'x', '....', 'on.huge.<b>.high', 'off.normal.normal.normal.normal.more'])(
  'a cookie that says %j is read as far as it says something known',
  (value) => {
    const settings = readingOf(value);
    expect(readingOf(readingText(settings))).toEqual(settings);
    expect(settings.text).toBe('normal');
  },
);

test('a form changes what it names, and nothing by a value that is unknown', () => {
  const before = readingOf('on.large.wide');
  expect(chosenReading(before, form({ text: 'largest', spacing: 'enormous' }))).toEqual({
    ...before,
    text: 'largest',
  });
  expect(chosenReading(before, form({ furigana: 'off' })).furigana).toBe(false);
});

test('only what differs from the usual stands on the document', () => {
  expect(readingAttributes(readingOf(''))).toEqual({ 'data-furigana': 'off' });
  expect(readingAttributes(readingOf('on.larger.normal.high'))).toEqual({
    'data-furigana': 'on',
    'data-text': 'larger',
    'data-contrast': 'high',
  });
});

test('furigana are usual in simple Japanese, and English has none', () => {
  expect(readingIn(readingOf(''), 'easy').furigana).toBe(true);
  expect(readingIn(readingOf(''), null).furigana).toBe(false);
  expect(readingIn(readingOf('on'), 'en').furigana).toBe(false);
  const off = chosenReading(readingOf('on.large'), form({ easy: 'off' }));
  expect(readingIn(off, 'easy').furigana).toBe(false);
  expect(readingIn(off, null).furigana).toBe(true);
});

test('the words of simple Japanese come with readings, as she set it or as the paper asks', () => {
  const asked = (path: string, cookie = '') =>
    wordsLocale(
      new Request(`http://x${path}`, { headers: { Cookie: cookie } }),
      path.split('?')[0]!,
    );
  const off = 'reading=off.normal.normal.normal.normal.off';
  expect(asked('/easy/courses/a')).toBe('furigana');
  expect(asked('/easy/courses/a', off)).toBe('easy');
  expect(asked('/easy/courses/a/print?furigana=off')).toBe('easy');
  expect(asked('/easy/courses/a/print?furigana=on', off)).toBe('furigana');
  expect(asked('/en/courses/a')).toBe('en');
  expect(asked('/courses/a', 'reading=on')).toBe('ja');
});

test('forgetting takes away the cookie that was kept', () => {
  expect(forgetReadingSettings(true)).toMatch(/^__Host-reading=; Path=\/; Max-Age=0;.*; Secure$/);
  expect(forgetReadingSettings(false)).toMatch(/^reading=; Path=\/; Max-Age=0;/);
});
