import { expect, test } from 'vitest';
import { romajiKey, romajiOf } from './romaji';

test.each([
  ['オオサカフ', 'oosakafu'],
  ['サカイシ', 'sakaishi'],
  ['トットリケン', 'tottoriken'],
  ['ハッチョウ', 'hatchou'],
  ['ヒョウゴケン', 'hyougoken'],
  ['チュウオウク', 'chuuouku'],
  ['ジョウエツシ', 'jouetsushi'],
  ['コトウラチョウ', 'kotourachou'],
  ['ニセコチョウ', 'nisekochou'],
  ['みなみアルプスシ', 'minamiarupusushi'],
])('%s is read %s', (kana, romaji) => {
  expect(romajiOf(kana)).toBe(romaji);
});

test.each([
  ['Osaka', 'oosaka'],
  ['Ōsaka', 'oosaka'],
  ['Ohsaka', 'oosaka'],
  ['Tokyo', 'toukyou'],
  ['Namba', 'nanba'],
  ['Kotoura', 'kotoura'],
  ['Sakai-shi', 'sakaishi'],
])('%s is found under %s', (typed, romaji) => {
  expect(romajiKey(typed)).toBe(romajiKey(romaji));
});
