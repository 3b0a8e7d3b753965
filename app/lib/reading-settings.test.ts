import { expect, test } from 'vitest';
import {
  findReadingSettings,
  forgetReadingSettings,
  keepReadingSettings,
  type ReadingSettings,
} from './reading-settings';

const chosen: ReadingSettings = { furigana: true, text: 'larger' };
const readBack = (setCookie: string) => {
  const headers = { Cookie: `a=b; ${setCookie.split(';')[0]}` };
  return findReadingSettings(new Request('https://a.jp/', { headers }));
};

test('what a reader chose is read back, over http and over https', () => {
  const [plain, secure] = [false, true].map((isSecure) => keepReadingSettings(chosen, isSecure));
  expect(readBack(plain!)).toEqual(chosen);
  expect(readBack(secure!)).toEqual(chosen);
  expect(secure).toMatch(/^__Host-reading=.*; Path=\/;.*; SameSite=Lax; HttpOnly; Secure$/);
});

test('forgetting takes away the cookie that was kept', () => {
  expect(forgetReadingSettings(true)).toMatch(/^__Host-reading=; Path=\/; Max-Age=0;.*; Secure$/);
  expect(forgetReadingSettings(false)).toMatch(/^reading=; Path=\/; Max-Age=0;/);
});

test('what nobody could have chosen is the normal page', () => {
  for (const cookie of ['reading=', 'reading=<b>', 'reading=on.huge', 'xreading=on.larger']) {
    expect(readBack(cookie).text).toBe('normal');
  }
});
