import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTestStore } from '../../../tests/test-store';
import { findMunicipalitiesOf } from './find-municipalities-of.server';
import { findPrefectures } from './find-prefectures.server';
import { findRegion } from './find-region.server';
import { findRegionsMatching } from './find-regions-matching.server';
import { normaliseRegionCode } from './normalise-region-code';
import { syncRegions, type RegionFacts } from './sync-regions.server';

const { regions } = JSON.parse(readFileSync('content/reference/regions.json', 'utf8')) as {
  regions: RegionFacts[];
};
const store = openTestStore();
await store.tx((db) => syncRegions(db, regions));

async function search(query: string, limit = 20) {
  const found = await findRegionsMatching(store.read, { query, limit });
  return found.map(
    ({ prefectureName, cityName, name }) => `${prefectureName}${cityName ?? ''}${name}`,
  );
}

test('syncing again changes a name and keeps a region that left the list', async () => {
  const own = openTestStore();
  const osaka = regions.filter(({ prefectureCode }) => prefectureCode === '270008');
  await own.tx((db) => syncRegions(db, osaka));
  await own.tx((db) => syncRegions(db, [{ ...osaka[0]!, name: '大阪府（新）' }]));
  expect((await findRegion(own.read, '270008'))?.name).toBe('大阪府（新）');
  expect((await findRegion(own.read, '271403'))?.prefectureName).toBe('大阪府（新）');
});

test('hiragana, katakana, kanji and the short code find the same city first', async () => {
  for (const query of ['さかい', 'サカイ', 'ｻｶｲ', '堺', '堺市', '27140', '271403']) {
    expect((await search(query))[0], query).toMatch(/^大阪府堺市$|^福井県坂井市$|^茨城県境町$/);
    expect(await search(query), query).toContain('大阪府堺市');
  }
  expect((await search('堺'))[0]).toBe('大阪府堺市');
  expect(await search('27140')).toEqual(['大阪府堺市']);
});

test('a reading in Latin letters finds the place, with or without its long vowels', async () => {
  for (const query of ['Osaka', 'oosaka', 'Ōsaka', 'Osaka-shi']) {
    expect((await search(query))[0], query).toBe('大阪府大阪市');
  }
  expect(await search('Sakai')).toContain('大阪府堺市');
  expect(await search('Sakai-shi Sakai-ku')).toContain('大阪府堺市堺区');
  expect(await search('nowhere')).toEqual([]);
  expect(await search('-')).toEqual([]);
});

test('the beginning of a code finds what begins with it, and no code with it in the middle', async () => {
  const found = await findRegionsMatching(store.read, { query: '2714', limit: 50 });
  expect(found.map(({ code }) => code)).toContain('271403');
  expect(found.every(({ code }) => code.startsWith('2714'))).toBe(true);
});

test('two cities of one name come with their prefectures', async () => {
  expect((await search('ふちゅう')).slice(0, 3).sort()).toEqual(
    ['広島県府中市', '広島県府中町', '東京都府中市'].sort(),
  );
});

test('a ward is found with its city, by its name or by its address', async () => {
  expect(await search('大阪府堺市堺区')).toEqual(['大阪府堺市堺区']);
  expect(await search('浜名区')).toEqual(['静岡県浜松市浜名区']);
});

test('either spelling of a kanji, and ヶ, ケ or が, find the place', async () => {
  expect(await search('檮原')).toEqual(['高知県梼原町']);
  expect(await search('梼原')).toEqual(['高知県梼原町']);
  expect(await search('須惠')).toContain('福岡県須恵町');
  for (const query of ['龍ケ崎', '龍ヶ崎', '龍が崎'])
    expect(await search(query)).toEqual(['茨城県龍ケ崎市']);
});

test('whole names come before beginnings, and beginnings before parts', async () => {
  const found = await search('大島');
  expect(found[0]).toBe('東京都大島町');
  expect(found.at(-1)).not.toBe('東京都大島町');
});

test('signs of the query language and nothing at all find nothing', async () => {
  for (const query of ['%', '_', '\\', '', '　', "' or 1=1"])
    expect(await search(query)).toEqual([]);
});

test('prefectures and the six villages of the Northern Territories are never offered', async () => {
  const all = (
    await Promise.all(['県', '村', '色丹', '016951'].map((query) => search(query, 3000)))
  ).flat();
  expect(all).not.toContain('北海道色丹村');
  expect(all.filter((name) => /^.{2,3}[都道府県]$/.test(name))).toEqual([]);
  expect(await search('色丹')).toEqual([]);
});

test('a prefecture lists its municipalities without wards and without the uncounted villages', async () => {
  expect(await findMunicipalitiesOf(store.read, '270008')).toHaveLength(43);
  expect(await findMunicipalitiesOf(store.read, '010006')).toHaveLength(179);
  expect((await findPrefectures(store.read)).map(({ name }) => name)).toHaveLength(47);
});

test('a ward knows its city and its prefecture; an unknown code is null', async () => {
  expect(await findRegion(store.read, '271411')).toMatchObject({
    name: '堺区',
    cityName: '堺市',
    prefectureName: '大阪府',
  });
  expect(await findRegion(store.read, '999999')).toBeNull();
});

test('a code is understood with five digits, six, full width, spaces or a lost zero', () => {
  const known = new Set(regions.map(({ code }) => code));
  const read = (typed: string) => normaliseRegionCode(typed, (code) => known.has(code));
  for (const typed of ['271403', '27140', '２７１４０３', ' 27140 3 ', '27140-3'])
    expect(read(typed)).toBe('271403');
  for (const typed of ['011002', '01100', '1100', '11002']) expect(read(typed)).toBe('011002');
  for (const typed of ['271404', '27140x', '', '1', '2714030', '99999'])
    expect(read(typed)).toBeNull();
});

test('five digits that are two real codes are read as the short code', () => {
  const known = new Set(regions.map(({ code }) => code));
  expect(normaliseRegionCode('15202', (code) => known.has(code))).toBe('152021');
});

test('without a list the prefecture and the check digit decide', () => {
  expect(normaliseRegionCode('13101')).toBe('131016');
  expect(normaliseRegionCode('481017')).toBeNull();
  expect(normaliseRegionCode('131017')).toBeNull();
});
