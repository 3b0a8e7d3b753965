import { expect, test } from 'vitest';
import { placeLabelIn } from './place-label';

const sakai = {
  prefectureName: '大阪府',
  prefectureKana: 'オオサカフ',
  cityName: '堺市',
  cityKana: 'サカイシ',
  name: '堺区',
  kana: 'サカイク',
};
const hokkaido = {
  prefectureName: '北海道',
  prefectureKana: 'ホッカイドウ',
  cityName: null,
  cityKana: null,
  name: 'ニセコ町',
  kana: 'ニセコチョウ',
};

test('a place has its reading beside it in the editions', () => {
  expect(placeLabelIn(null, sakai)).toBe('大阪府 堺市 堺区');
  expect(placeLabelIn('easy', sakai)).toBe('大阪府 堺市 堺区（おおさかふ さかいし さかいく）');
  expect(placeLabelIn('en', sakai)).toBe('大阪府 堺市 堺区 (Oosaka-fu Sakai-shi Sakai-ku)');
  expect(placeLabelIn('en', hokkaido)).toBe('北海道 ニセコ町 (Hokkaidou Niseko-chou)');
});
