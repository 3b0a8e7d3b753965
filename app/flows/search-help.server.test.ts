import { afterEach, beforeEach, expect, test } from 'vitest';
import { helpLineFile, type HelpLine } from '~/content/library';
import type { Store } from '~/db/store.server';
import { keepEntry, type EntryFacts } from '~/domain/directory/keep-entry.server';
import { inLocale } from '~/in-locale.server';
import { jstInstant } from '~/lib/clock';
import { everywhere } from '../../tests/bounds';
import { makeRegion } from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { helpSearch, readHelpAsked, searchHelp } from './search-help.server';

const SAKAI = '271403';
const WARD = '271411';
const OSAKA = '270008';
const AT = jstInstant('2026-11-20', '15:59:00');

function line(over: Record<string, unknown>): HelpLine {
  return helpLineFile.parse({
    id: 'line',
    name: '見本の相談',
    kana: 'ミホンノソウダン',
    kind: 'phone',
    number: '0120-000-000',
    worries: ['death', 'feeling'],
    ways: ['phone'],
    hours: '公式ページでお確かめください',
    for: 'どなたでも',
    last_checked: '2026-11-01',
    verified: false,
    source: '見本',
    position: 10,
    ...over,
  });
}
const EVENING = { weekly: [{ days: 'every-day', from: '16:00', to: '21:00' }] };
const ALWAYS = { weekly: [{ days: 'every-day', from: '00:00', to: '24:00' }], holidays: 'open' };
const DIRECTORY = [
  line({ id: 'evening', position: 10, hours_open: EVENING }),
  line({ id: 'unsaid', position: 20 }),
  line({ id: 'always', position: 30, hours_open: ALWAYS, en: { name: 'Sample line', for: 'All' } }),
  line({ id: 'weeks', number: '#9999', position: 5, periods: [] }),
  line({ id: 'over', position: 6, valid_until: '2026-11-19' }),
  line({
    id: 'money',
    kind: 'window',
    number: undefined,
    find: '役所にたずねてください',
    worries: ['money'],
    ways: ['visit'],
    position: 40,
  }),
];
const FACTS: EntryFacts = {
  name: '福祉総合相談室',
  kana: 'フクシ',
  number: '072-000-0000',
  url: null,
  address: null,
  ways: ['phone', 'visit'],
  worries: ['money'],
  languages: null,
  forWhom: '市内の方',
  hours: '平日の昼間',
  hoursOpen: null,
  note: null,
  checkEveryDays: 180,
  validUntil: null,
};

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    const osaka = { code: OSAKA, kind: 'prefecture', name: '大阪府', kana: 'オオサカフ' } as const;
    await makeRegion(db, { ...osaka, searchKey: '大阪府オオサカフ270008' });
    await makeRegion(db, { searchKey: '大阪府堺市サカイシ271403' });
    const ward = { name: '堺区', kana: 'サカイク', searchKey: '大阪府堺市堺区サカイク271411' };
    const of = { kind: 'administrative-ward', parentCode: SAKAI } as const;
    await makeRegion(db, { code: WARD, ...of, ...ward });
    const by = { within: everywhere<'directory'>(), actorId: 'officer', at: AT };
    for (const [newId, areaCode] of [
      ['town', SAKAI],
      ['above', OSAKA],
    ] as const) {
      await keepEntry(db, { facts: FACTS, entry: { newId, areaCode }, ...by });
    }
  });
});
afterEach(() => store.close());

type Over = { search?: string; ownCode?: string | null; edition?: 'en' | null; at?: Date };
const search = ({ search: words = '', ownCode = null, edition = null, at = AT }: Over = {}) =>
  searchHelp(store.read, {
    asked: readHelpAsked(new URLSearchParams(words)),
    directory: DIRECTORY,
    ownCode,
    edition,
    at,
  });
const idsOf = ({ groups }: Awaited<ReturnType<typeof search>>) =>
  Object.fromEntries(groups.map(({ id, lines }) => [id, lines.map((one) => one.id)]));

test('everything that is there is listed, what is open now first; what is over or only in its weeks is not', async () => {
  const found = await search();
  expect(idsOf(found)).toEqual({ phone: ['always', 'unsaid', 'evening'], window: ['money'] });
  expect(found.urgent.map(({ id }) => id)).toEqual(['always', 'unsaid', 'evening']);
  expect(found.count).toBe(4);
  const open = await search({ at: jstInstant('2026-11-20', '16:00:00') });
  expect(idsOf(open).phone).toEqual(['evening', 'always', 'unsaid']);
});

test('by worry and way, in a town of which the name is given', async () => {
  const words = 'worry=money&way=visit&place=堺市';
  const found = await search({ search: words });
  expect(idsOf(found)).toEqual({ town: ['town'], prefecture: ['above'], window: ['money'] });
  expect(found).toMatchObject({ placeName: '堺市', isOwn: false, count: 3 });
  expect(idsOf(await search({ search: `place=${WARD}&worry=money` }))).toMatchObject({
    town: ['town'],
    prefecture: ['above'],
  });
});

test('a learner’s own town is searched unless she names another', async () => {
  expect(await search({ ownCode: WARD })).toMatchObject({ placeName: '堺市堺区', isOwn: true });
  const nowhere = await search({ ownCode: SAKAI, search: 'place=ないまち' });
  expect(nowhere).toMatchObject({ place: null, isUnknown: true, places: [] });
});

test('a name that fits several places is asked back', async () => {
  const found = await search({ search: 'place=堺' });
  expect(found.places.map(({ code }) => code)).toEqual([SAKAI, WARD]);
  expect(found).toMatchObject({ place: null, isUnknown: false });
});

test('nothing that fits is an empty answer, and the urgent lines stay', async () => {
  const found = await search({ search: 'worry=consumer' });
  expect(found).toMatchObject({ count: 0, groups: [] });
  expect(found.urgent).toHaveLength(3);
});

test('what is no worry or way is not asked; the address keeps what is', () => {
  const asked = readHelpAsked(new URLSearchParams('worry=<script>&way=phone&place= 堺市 '));
  expect(asked).toEqual({ worry: null, way: 'phone', place: '堺市' });
  expect(helpSearch(asked)).toBe(`?way=phone&place=${encodeURIComponent('堺市')}`);
  expect(helpSearch({ worry: null, way: null, place: '' })).toBe('');
});

test('an edition has its own words where the file has them', async () => {
  const found = await inLocale('en', () => search({ edition: 'en' }));
  expect(found.urgent[0]).toMatchObject({
    name: 'Sample line',
    isTranslated: true,
    now: { isOpen: true, words: 'Open 24 hours' },
    checkedOn: '1 November 2026',
  });
  expect(found.urgent[1]).toMatchObject({ name: '見本の相談', isTranslated: false });
});

test('a window that was looked at too long ago says so', async () => {
  const later = await search({ search: 'place=堺市', at: jstInstant('2027-06-01') });
  const stale = later.groups.flatMap(({ lines }) => lines.map((one) => one.isStale));
  expect(new Set(stale)).toEqual(new Set([true]));
});
