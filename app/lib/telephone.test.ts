import { expect, test } from 'vitest';
import { readTelephone, telephoneLink } from './telephone';

test.each([
  ['072-233-1101', '072-233-1101'],
  ['０７２ー２３３−１１０１', '072-233-1101'],
  ['072(233)1101', '072-233-1101'],
  [' 072 233 1101 ', '0722331101'],
  ['0120279338', '0120-279-338'],
  ['0570064556', '0570-064-556'],
  ['09012345678', '090-1234-5678'],
  ['0312345678', '03-1234-5678'],
  ['＃8008', '#8008'],
])('a number is kept in half width, and parted only where that is certain: %s', (typed, kept) => {
  expect(readTelephone(typed)).toBe(kept);
});

test.each([
  '',
  '110',
  '12345',
  '072-233-110',
  '072-233-11011',
  '#80',
  '電話',
  '1234567890',
  '072-233-110a',
])('is no number: %s', (typed) => {
  expect(readTelephone(typed)).toBeNull();
});

test('a short number keeps its # in a link', () => {
  expect(telephoneLink('#8008')).toBe('tel:%238008');
  expect(telephoneLink('0120-279-338')).toBe('tel:0120279338');
});
