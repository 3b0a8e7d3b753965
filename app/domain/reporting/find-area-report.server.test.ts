import { expect, test } from 'vitest';
import type { Store } from '~/db/store.server';
import { jstDates, jstInstant } from '~/lib/clock';
import { everywhere, reaching } from '../../../tests/bounds';
import { makeCompletion, makePerson, makeProgramme, makeRegion } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { comparedMonths } from './compared-months';
import { findAreaReport, type FindAreaReport } from './find-area-report.server';
import { findReportArea } from './find-report-area.server';
import { findReportYears } from './find-report-years.server';
import { rebuildCounts } from './rebuild-counts.server';

const AT = new Date('2026-05-20T10:00:00+09:00');

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
