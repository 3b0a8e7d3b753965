import { expect, test } from 'vitest';
import { deviceWords } from './device-words';

const KIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${KIT} Chrome/130.0.0.0 Safari/537.36`,
    'Chrome・Windows',
  ],
  [`Mozilla/5.0 (Windows NT 10.0) ${KIT} Chrome/130.0 Safari/537.36 Edg/130.0`, 'Edge・Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18 Safari/604',
    'Safari・iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) CriOS/130 Mobile Safari/604',
    'Chrome・iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537 Line/14',
    'LINE・Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:130.0) Gecko/20100101 Firefox/130.0',
    'Firefox・Mac',
  ],
  ['Mozilla/5.0 (X11; CrOS x86_64) Chrome/130 Safari/537', 'Chrome・Chromebook'],
  ['curl/8.5.0', null],
  ['', null],
  [null, null],
])('%s is %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});
