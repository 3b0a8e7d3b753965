import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRegions } from '~/content/reference.server';
import { checkDigit } from '~/domain/regions/check-digit';
import { buildReference } from '../scripts/build-reference';

const regions = await readRegions('content');
const ofKind = (kind: string) => regions.filter((region) => region.kind === kind);

test('the script reproduces the table of regions that is shipped', () => {
  const { builtOn, ...file } = JSON.parse(readFileSync('content/reference/regions.json', 'utf8'));
  expect(builtOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(file).toEqual(buildReference());
});

test('the table holds what the official list of 2024 holds', () => {
  expect(ofKind('prefecture')).toHaveLength(47);
  expect(ofKind('designated-city')).toHaveLength(20);
  expect(ofKind('city').length + 20).toBe(792);
  expect(ofKind('special-ward')).toHaveLength(23);
  expect(ofKind('town')).toHaveLength(743);
  expect(ofKind('village').filter(({ counted }) => counted)).toHaveLength(183);
  expect(ofKind('village').filter(({ counted }) => !counted)).toHaveLength(6);
  expect(ofKind('administrative-ward')).toHaveLength(171);
  expect(regions).toHaveLength(47 + 1741 + 6 + 171);
});

test('every code is unique, ends in its check digit and names its prefecture', () => {
  expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length);
  for (const { code, prefectureCode } of regions) {
    expect(code).toBe(code.slice(0, 5) + checkDigit(code.slice(0, 5)));
    expect(prefectureCode.slice(0, 2)).toBe(code.slice(0, 2));
  }
});

test('every ward of a designated city, and nothing else, names its city', () => {
  const cities = new Set(ofKind('designated-city').map(({ code }) => code));
  for (const { kind, parentCode } of regions) {
    expect(parentCode !== null && cities.has(parentCode)).toBe(kind === 'administrative-ward');
  }
});

test('the readings that the first source has wrong are right', () => {
  const kana = (code: string) => regions.find((region) => region.code === code)?.kana;
  expect({
    庄内町: kana('064289'),
    中之条町: kana('104213'),
    行田市: kana('112062'),
    本庄市: kana('112119'),
    羽生市: kana('112160'),
    九十九里町: kana('124036'),
    御宿町: kana('124435'),
    鋸南町: kana('124630'),
    真鶴町: kana('143839'),
    竜王町: kana('253847'),
    四條畷市: kana('272299'),
    広陵町: kana('294268'),
    総社市: kana('332089'),
    新庄村: kana('335860'),
    北谷町: kana('473260'),
  }).toEqual({
    庄内町: 'ショウナイマチ',
    中之条町: 'ナカノジョウマチ',
    行田市: 'ギョウダシ',
    本庄市: 'ホンジョウシ',
    羽生市: 'ハニュウシ',
    九十九里町: 'クジュウクリマチ',
    御宿町: 'オンジュクマチ',
    鋸南町: 'キョナンマチ',
    真鶴町: 'マナヅルマチ',
    竜王町: 'リュウオウチョウ',
    四條畷市: 'シジョウナワテシ',
    広陵町: 'コウリョウチョウ',
    総社市: 'ソウジャシ',
    新庄村: 'シンジョウソン',
    北谷町: 'チャタンチョウ',
  });
});

test('Hamamatsu has its three wards of 2024', () => {
  const wards = regions.filter(({ parentCode }) => parentCode === '221309');
  expect(wards.map(({ code, name, kana }) => [code, name, kana])).toEqual([
    ['221384', '中央区', 'チュウオウク'],
    ['221392', '浜名区', 'ハマナク'],
    ['221406', '天竜区', 'テンリュウク'],
  ]);
});
