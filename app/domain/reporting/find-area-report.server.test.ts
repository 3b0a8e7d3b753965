import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { regionGroupMembers, regionGroups, regions, regionSuccessions } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import type { Bound } from '~/lib/bound';
import { jstDates, jstInstant } from '~/lib/clock';
import { everywhere, reaching } from '../../../tests/bounds';
import { makeCompletion, makePerson, makeProgramme, makeRegion } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { comparedMonths } from './compared-months';
import { findAreaReport, type AreaReport, type FindAreaReport } from './find-area-report.server';
import { findReportArea } from './find-report-area.server';
import { findReportYears } from './find-report-years.server';
import { rebuildCounts } from './rebuild-counts.server';

const AT = new Date('2026-05-20T10:00:00+09:00');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: AT });
});
afterEach(() => {
  vi.useRealTimers();
});

async function openPlaces(): Promise<Store> {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db, {
      code: '270008',
      kind: 'prefecture',
      name: '大阪府',
      kana: 'オオサカフ',
    });
    await makeRegion(db);
    await makeRegion(db, {
      code: '271411',
      kind: 'administrative-ward',
      name: '堺区',
      kana: 'サカイク',
      parentCode: '271403',
    });
    await makeRegion(db, {
      code: '271462',
      kind: 'administrative-ward',
      name: '北区',
      kana: 'キタク',
      parentCode: '271403',
    });
    await makeRegion(db, { code: '272078', kind: 'city', name: '高槻市', kana: 'タカツキシ' });
    await makeRegion(db, { code: '272027', kind: 'city', name: '岸和田市', kana: 'キシワダシ' });
    for (const code of ['gatekeeper-first-step', 'tsunagari-supporter'])
      await makeProgramme(db, { code });
  });
  return store;
}

async function complete(
  store: Store,
  rows: [
    person: string,
    day: string,
    municipality: string,
    programme?: string,
    audience?: string,
  ][],
) {
  await store.tx(async (db) => {
    const people = [...new Set(rows.map(([person]) => person))];
    for (const id of people) await makePerson(db, { id, number: id });
    for (const [
      i,
      [
        personId,
        day,
        municipalityCode,
        programmeCode = 'gatekeeper-first-step',
        audience = 'resident',
      ],
    ] of rows.entries()) {
      await makeCompletion(db, {
        personId,
        ...jstDates(jstInstant(day)),
        municipalityCode,
        programmeCode,
        audience,
        cycle: i + 1,
      });
    }
    await rebuildCounts(db);
  });
}

type ReadReport = Omit<FindAreaReport, 'area'> & { areaCode: string };

async function readReport({ read }: Store, { areaCode, ...ask }: ReadReport) {
  const area = await findReportArea(read, { code: areaCode, within: everywhere() });
  return area && findAreaReport(read, { area, ...ask });
}

const ask = { fiscalYear: 2026, programmeCode: '*', at: AT };

test('a running year is compared with the same months of the year before', async () => {
  const store = await openPlaces();
  await complete(store, [
    ['a', '2026-04-01', '271411'],
    ['a', '2026-05-10', '271411', 'tsunagari-supporter'],
    ['b', '2026-05-10', '271462', 'tsunagari-supporter', 'teacher'],
    ['c', '2025-05-31', '271411'],
    ['d', '2025-06-01', '271411'],
  ]);
  const report = await readReport(store, { ...ask, areaCode: '271403' });
  expect(report?.months).toEqual(['2026-04', '2026-05']);
  expect(report?.total).toEqual({
    completions: 3,
    people: 2,
    lastYear: 1,
    byAudience: { resident: 2, teacher: 1 },
  });
  expect(report?.byMonth).toEqual([
    { month: '2026-04', completions: 1, people: 1, lastYear: 0, byAudience: { resident: 1 } },
    {
      month: '2026-05',
      completions: 2,
      people: 2,
      lastYear: 1,
      byAudience: { resident: 1, teacher: 1 },
    },
  ]);
  expect(report?.byProgramme).toEqual([
    { programmeCode: 'gatekeeper-first-step', completions: 1, people: 1, lastYear: 1 },
    { programmeCode: 'tsunagari-supporter', completions: 2, people: 2, lastYear: 0 },
  ]);
  expect(report?.parts).toEqual([
    { code: '271462', name: '北区', until: null, completions: 1, people: 1, lastYear: 0 },
    { code: '271411', name: '堺区', until: null, completions: 2, people: 1, lastYear: 1 },
  ]);
});

test('a prefecture shows each municipality by reading, also those without anybody, and rolls wards up', async () => {
  const store = await openPlaces();
  await complete(store, [
    ['a', '2026-04-01', '271411'],
    ['b', '2026-04-01', '272078'],
  ]);
  const report = await readReport(store, { ...ask, areaCode: '270008' });
  expect(report?.parts.map(({ name, completions }) => [name, completions])).toEqual([
    ['岸和田市', 0],
    ['堺市', 1],
    ['高槻市', 1],
  ]);
  expect(report?.total.completions).toBe(2);
});

test('one programme is reported alone', async () => {
  const store = await openPlaces();
  await complete(store, [
    ['a', '2026-04-01', '272078'],
    ['a', '2026-05-10', '272078', 'tsunagari-supporter'],
  ]);
  const programmeCode = 'tsunagari-supporter';
  const report = await readReport(store, { ...ask, programmeCode, areaCode: '272078' });
  expect(report?.total).toEqual({
    completions: 1,
    people: 1,
    lastYear: 0,
    byAudience: { resident: 1 },
  });
  expect(report?.byProgramme).toEqual([]);
});

test('a finished year is shown and compared whole', async () => {
  const store = await openPlaces();
  await complete(store, [
    ['a', '2026-03-31', '272078'],
    ['b', '2025-03-31', '272078'],
  ]);
  const report = await readReport(store, { ...ask, fiscalYear: 2025, areaCode: '272078' });
  expect(report?.months).toHaveLength(12);
  expect(report?.total).toMatchObject({ completions: 1, lastYear: 1 });
  expect(await findReportYears(store.read, '272078')).toEqual([2025, 2024]);
});

test('an area without anybody has a report of zeros, an unknown one has none', async () => {
  const store = await openPlaces();
  const report = await readReport(store, { ...ask, areaCode: '272027' });
  expect(report?.total).toEqual({ completions: 0, people: 0, lastYear: 0, byAudience: {} });
  expect(report?.byMonth).toHaveLength(2);
  expect(await readReport(store, { ...ask, areaCode: '999999' })).toBeNull();
  expect((await readReport(store, { ...ask, areaCode: '000000' }))?.area.kind).toBe('nation');
});

test('the first month of a year appears with its first moment in Japan', () => {
  expect(comparedMonths(2026, new Date('2026-03-31T14:59:59.999Z'))).toEqual({
    months: [],
    before: [],
    running: false,
  });
  const first = comparedMonths(2026, new Date('2026-03-31T15:00:00Z'));
  expect(first).toEqual({ months: ['2026-04'], before: ['2025-04'], running: true });
});

/** 高槻市 and 岸和田市 become 淀川市 on 1 May 2026, and a group holds 堺市 and 高槻市. */
async function openMerged(): Promise<Store> {
  const store = await openPlaces();
  await store.tx(async (db) => {
    await makeRegion(db, { code: '272990', kind: 'city', name: '淀川市', kana: 'ヨドガワシ' });
    const day = '2026-05-01';
    await db.update(regions).set({ validFrom: day }).where(eq(regions.code, '272990'));
    for (const fromCode of ['272078', '272027']) {
      await db.update(regions).set({ validUntil: '2026-04-30' }).where(eq(regions.code, fromCode));
      await db.insert(regionSuccessions).values({ fromCode, toCode: '272990', day });
    }
    await db
      .insert(regionGroups)
      .values({ id: 'north', kind: 'other', name: '北の圏域', kana: 'キタ', createdAt: AT });
    for (const areaCode of ['271403', '272078'])
      await db.insert(regionGroupMembers).values({ groupId: 'north', areaCode });
  });
  return store;
}

const partsOf = (report: AreaReport | null) =>
  report?.parts.map(({ name, until, completions, people }) => [name, until, completions, people]);

test('what was merged stands under what it became, counts there too, and once in the prefecture', async () => {
  const store = await openMerged();
  await complete(store, [
    ['a', '2026-04-10', '272078'],
    ['a', '2026-04-11', '272027', 'tsunagari-supporter'],
    ['b', '2026-05-02', '272990'],
    ['c', '2026-04-01', '271411'],
  ]);
  const prefecture = await readReport(store, { ...ask, areaCode: '270008' });
  expect(partsOf(prefecture)).toEqual([
    ['堺市', null, 1, 1],
    ['淀川市', null, 3, 2],
    ['岸和田市', '2026-04-30', 1, 1],
    ['高槻市', '2026-04-30', 1, 1],
  ]);
  expect(prefecture?.total).toMatchObject({ completions: 4, people: 3 });
  const city = await readReport(store, { ...ask, areaCode: '272990' });
  expect(partsOf(city)).toEqual([
    ['岸和田市', '2026-04-30', 1, 1],
    ['高槻市', '2026-04-30', 1, 1],
  ]);
  expect(city?.total).toMatchObject({ completions: 3, people: 2 });
  const old = await readReport(store, { ...ask, areaCode: '272078' });
  expect(old?.area.became).toEqual({ code: '272990', name: '淀川市', day: '2026-05-01' });
  expect(old?.total).toMatchObject({ completions: 1, people: 1 });
});

test('until the day of the merger the areas stand as they are', async () => {
  const store = await openMerged();
  const before = { ...ask, at: new Date('2026-04-30T14:59:59.999Z') };
  expect(partsOf(await readReport(store, { ...before, areaCode: '270008' }))).toEqual([
    ['岸和田市', null, 0, 0],
    ['堺市', null, 0, 0],
    ['高槻市', null, 0, 0],
  ]);
  const first = { ...ask, at: new Date('2026-04-30T15:00:00Z'), areaCode: '270008' };
  expect(partsOf(await readReport(store, first))?.map(([name]) => name)).toContain('淀川市');
});

test('a group shows its members with their prefecture, and each person once', async () => {
  const store = await openMerged();
  await complete(store, [
    ['a', '2026-04-10', '272078'],
    ['a', '2026-04-11', '271411', 'tsunagari-supporter'],
    ['b', '2026-04-11', '272027'],
  ]);
  const report = await readReport(store, { ...ask, areaCode: 'north' });
  expect(report?.area).toMatchObject({ kind: 'group', name: '北の圏域' });
  expect(report?.total).toMatchObject({ completions: 2, people: 1 });
  expect(partsOf(report)).toEqual([
    ['大阪府堺市', null, 1, 1],
    ['大阪府高槻市', '2026-04-30', 1, 1],
  ]);
});

test('an area outside the bound is as if it were not there, whatever kind it is', async () => {
  const store = await openMerged();
  const codes = ['000000', '270008', '271403', '271411', '272078', '272990', 'north', '999999'];
  const seen = async (within: Bound<'report'>) => {
    const found: string[] = [];
    for (const code of codes) {
      if (await findReportArea(store.read, { code, within })) found.push(code);
    }
    return found;
  };
  const at = (named: Parameters<typeof reaching>[0]) => seen(reaching(named));
  expect(await seen(everywhere())).toEqual(codes.slice(0, -1));
  expect(await at({})).toEqual([]);
  expect(await at({ organisationIds: codes })).toEqual([]);
  expect(await at({ areaCodes: ['000000'] })).toEqual([]);
  expect(await at({ areaCodes: ['271403'] })).toEqual(['271403', '271411']);
  expect(await at({ areaCodes: ['271411'] })).toEqual(['271411']);
  expect(await at({ areaCodes: ['272990'] })).toEqual(['272078', '272990']);
  expect(await at({ areaCodes: ['272078'] })).toEqual(['272078']);
  expect(await at({ areaCodes: ['270008'] })).toEqual(codes.slice(1, 6));
  expect(await at({ groupIds: ['north'] })).toEqual(['271403', '271411', '272078', 'north']);
  expect(await at({ areaCodes: ['north'], groupIds: ['271403'] })).toEqual([]);
  await store.tx((db) => db.update(regionGroups).set({ endedAt: AT }));
  expect(await at({ groupIds: ['north'] })).toEqual([]);
  expect(await seen(everywhere())).toContain('north');
});
