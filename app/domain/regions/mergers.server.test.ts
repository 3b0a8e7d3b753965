import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { regionGroupMembers, regionGroups, regions, regionSuccessions } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import { everywhere, reaching } from '../../../tests/bounds';
import { AT } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { changeMembers } from './change-members.server';
import type { Merger } from './check-merger.server';
import { endGroup } from './end-group.server';
import { findGroup } from './find-group.server';
import { findOfferedRegion } from './find-offered-region.server';
import { findRegionsMatching } from './find-regions-matching.server';
import { makeGroup } from './make-group.server';
import { recordMerger } from './record-merger.server';
import { syncRegions, type RegionFacts } from './sync-regions.server';

const OSAKA = '270008';
const TOTTORI = '310000';
const AREAS: [code: string, kind: RegionFacts['kind'], name: string, parent?: string][] = [
  [OSAKA, 'prefecture', '大阪府'],
  [TOTTORI, 'prefecture', '鳥取県'],
  ['271403', 'designated-city', '堺市'],
  ['271411', 'administrative-ward', '堺区', '271403'],
  ['271420', 'administrative-ward', '中区', '271403'],
  ['272078', 'city', '高槻市'],
  ['273015', 'town', '島本町'],
  ['312011', 'city', '鳥取市'],
  ['313025', 'town', '岩美町'],
];
const LIST: RegionFacts[] = AREAS.map(([code, kind, name, parent = null]) => ({
  code,
  kind,
  name,
  kana: 'ヨミ',
  prefectureCode: code.startsWith('27') ? OSAKA : TOTTORI,
  parentCode: parent,
  counted: true,
}));
const LAST_MOMENT = new Date('2026-03-31T14:59:59.999Z');
const FIRST_MOMENT = new Date('2026-03-31T15:00:00Z');
/** 272990 and 272981 have right check digits and belong to nobody. */
const NEW_CITY = '272990';
const NEWER_CITY = '272981';
const MERGER: Merger = {
  fromCodes: ['272078', '273015'],
  toCode: NEW_CITY,
  fresh: { kind: 'city', name: '淀川市', kana: 'ヨドガワシ' },
  day: '2026-04-01',
};

afterEach(() => {
  vi.useRealTimers();
});

async function openAreas(): Promise<Store> {
  const store = openTestStore();
  await store.tx((db) => syncRegions(db, LIST));
  return store;
}

const record = (store: Store, merger: Partial<Merger> = {}) =>
  store.tx((db) => recordMerger(db, { ...MERGER, ...merger }));

async function reached(store: Store, named: Parameters<typeof reaching>[0]): Promise<string[]> {
  const rows = await store.read
    .select({ code: regions.code })
    .from(regions)
    .where(withinAreas(regions.code, reaching(named)))
    .orderBy(regions.code);
  return rows.map(({ code }) => code);
}

test('what is offered changes with the first moment of the day in Japan', async () => {
  const store = await openAreas();
  await record(store);
  const offered = async () =>
    (await findRegionsMatching(store.read, { query: '市', limit: 20 })).map(({ name }) => name);

  vi.useFakeTimers({ toFake: ['Date'], now: LAST_MOMENT });
  expect(await offered()).toContain('高槻市');
  expect(await offered()).not.toContain('淀川市');
  vi.setSystemTime(FIRST_MOMENT);
  expect(await offered()).toContain('淀川市');
  expect(await offered()).not.toContain('高槻市');

  const on = (code: string, day: string) => findOfferedRegion(store.read, { code, day });
  expect(await on('272078', '2026-03-31')).not.toBeNull();
  expect(await on('272078', '2026-04-01')).toBeNull();
  expect(await on(NEW_CITY, '2026-03-31')).toBeNull();
  expect(await on(NEW_CITY, '2026-04-01')).toMatchObject({ prefectureName: '大阪府' });
  expect(await on(OSAKA, '2026-04-01')).toBeNull();
});

test('an officer of the new area reaches what was merged into it, through a chain, from its first day on', async () => {
  const store = await openAreas();
  await record(store);
  await record(store, {
    fromCodes: [NEW_CITY, '271403'],
    toCode: NEWER_CITY,
    fresh: { kind: 'designated-city', name: '大淀市', kana: 'オオヨドシ' },
    day: '2026-10-01',
  });

  vi.useFakeTimers({ toFake: ['Date'], now: LAST_MOMENT });
  expect(await reached(store, { areaCodes: [NEW_CITY] })).toEqual([NEW_CITY]);
  vi.setSystemTime(FIRST_MOMENT);
  expect(await reached(store, { areaCodes: [NEW_CITY] })).toEqual(['272078', NEW_CITY, '273015']);
  expect(await reached(store, { areaCodes: [NEWER_CITY] })).toEqual([NEWER_CITY]);
  vi.setSystemTime(new Date('2026-10-01T00:00:00+09:00'));
  expect(await reached(store, { areaCodes: [NEWER_CITY] })).toEqual([
    '271403',
    '271411',
    '271420',
    '272078',
    NEWER_CITY,
    NEW_CITY,
    '273015',
  ]);
  // Whoever looked after the old area goes on reaching that and no more.
  expect(await reached(store, { areaCodes: ['272078'] })).toEqual(['272078']);
});

test('a town that is taken in ends, and the city that takes it in goes on under its code', async () => {
  const store = await openAreas();
  const done = await record(store, { fromCodes: ['313025'], toCode: '312011', fresh: null });
  expect(done).toMatchObject({ ok: true, to: { name: '鳥取市', validFrom: null } });
  vi.useFakeTimers({ toFake: ['Date'], now: FIRST_MOMENT });
  expect(await reached(store, { areaCodes: ['312011'] })).toEqual(['312011', '313025']);
});

test('wards become a ward of their own city, and the wards of a city that ends with it end too', async () => {
  const store = await openAreas();
  const fresh = { kind: 'administrative-ward', name: '堺中区', kana: 'サカイナカク' } as const;
  const wards = { fromCodes: ['271411', '271420'], toCode: NEW_CITY, fresh };
  expect(await record(store, wards)).toMatchObject({ ok: true, to: { parentCode: '271403' } });
  expect(await findOfferedRegion(store.read, { code: NEW_CITY, day: '2026-04-01' })).toMatchObject({
    cityName: '堺市',
  });

  const other = await openAreas();
  await record(other, { fromCodes: ['271403', '272078'] });
  expect(await findOfferedRegion(other.read, { code: '271411', day: '2026-04-01' })).toBeNull();
});

test.each<[string, Partial<Merger>]>([
  ['no-areas', { fromCodes: [] }],
  ['not-there', { fromCodes: ['272078', '999999'] }],
  ['not-there', { fromCodes: [OSAKA] }],
  ['wrong-code', { toCode: '272991' }],
  ['wrong-code', { toCode: '99299X' }],
  ['code-taken', { toCode: '271403' }],
  ['into-itself', { toCode: '272078' }],
  ['no-such-target', { fresh: null }],
  ['no-such-target', { fresh: null, toCode: OSAKA }],
  ['wards-and-others', { fromCodes: ['271411', '272078'] }],
  ['wards-and-others', { fromCodes: ['271411'] }],
])('%s: nothing is written', async (reason, merger) => {
  const store = await openAreas();
  expect(await record(store, merger)).toEqual({ ok: false, reason });
  expect(await store.read.select().from(regionSuccessions)).toEqual([]);
  expect(await store.read.select().from(regions).where(eq(regions.code, NEW_CITY))).toEqual([]);
});

test('what was merged is not merged again, and a list that knows no days leaves them', async () => {
  const store = await openAreas();
  await record(store);
  const again = { toCode: NEWER_CITY, fromCodes: ['272078'] };
  expect(await record(store, again)).toEqual({ ok: false, reason: 'merged-before' });
  expect(await record(store, { ...again, day: '2027-04-01' })).toEqual({
    ok: false,
    reason: 'not-there',
  });
  await store.tx((db) => syncRegions(db, LIST));
  const [kept] = await store.read.select().from(regions).where(eq(regions.code, '272078'));
  expect(kept?.validUntil).toBe('2026-03-31');
});

const within = everywhere<'region-group'>();
const GROUP = { id: 'kirin', name: '因幡・但馬', kana: 'イナバ・タジマ', kind: 'other' } as const;

async function openGroup() {
  const store = await openAreas();
  await store.tx((db) => makeGroup(db, { ...GROUP, at: AT }));
  const found = async () => (await findGroup(store.read, { id: GROUP.id, within }))!;
  return { store, found };
}

test('a group is made once, and takes members of any prefecture once', async () => {
  const { store, found } = await openGroup();
  expect(await store.tx((db) => makeGroup(db, { ...GROUP, at: AT }))).toBe(false);
  const group = await found();
  const add = ['312011', '271403', '312011'];
  expect(await store.tx((db) => changeMembers(db, { group, add }))).toMatchObject({
    added: ['312011', '271403'],
    removed: [],
  });
  expect(await store.tx((db) => changeMembers(db, { group, add }))).toMatchObject({ added: [] });
  expect((await found()).members.map(({ name }) => name)).toEqual(['堺市', '鳥取市']);
  for (const code of [OSAKA, '999999']) {
    const refused = await store.tx((db) => changeMembers(db, { group, add: [code] }));
    expect(refused).toEqual({ ok: false, reason: 'not-a-municipality' });
  }
  await store.tx((db) => changeMembers(db, { group, remove: ['271403', '272078'] }));
  expect((await found()).members).toHaveLength(1);
});

test('an officer of a group reaches its members and their wards, no neighbour, and nothing once it has ended', async () => {
  const { store, found } = await openGroup();
  const add = ['312011', '271403'];
  await store.tx(async (db) => changeMembers(db, { group: await found(), add }));
  await store.tx(async (db) => {
    await db.insert(regionGroups).values({ ...GROUP, id: 'other', createdAt: AT });
    await db.insert(regionGroupMembers).values({ groupId: 'other', areaCode: '272078' });
  });
  const mine = { groupIds: [GROUP.id] };
  expect(await reached(store, mine)).toEqual(['271403', '271411', '271420', '312011']);
  expect(await reached(store, { ...mine, areaCodes: ['273015'] })).toContain('273015');
  const group = await found();
  expect(await store.tx((db) => endGroup(db, { group, at: AT }))).toBe(true);
  expect(await store.tx((db) => endGroup(db, { group, at: AT }))).toBe(false);
  expect(await reached(store, mine)).toEqual([]);
  const refused = await store.tx(async (db) => changeMembers(db, { group: await found(), add }));
  expect(refused).toEqual({ ok: false, reason: 'ended' });
});

test('nobody without a bound over groups finds one', async () => {
  const { store } = await openGroup();
  expect(await findGroup(store.read, { id: GROUP.id, within: reaching({}) })).toBeNull();
});
