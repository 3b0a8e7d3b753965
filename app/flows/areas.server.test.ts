import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditLog, completionCounts, jobs, personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { findLearner } from '~/domain/learning/find-learner.server';
import { findOrganisation } from '~/domain/organisations/find-organisation.server';
import { findGroup } from '~/domain/regions/find-group.server';
import { findNamedRegion } from '~/domain/regions/find-named-region.server';
import { regionSearchKey } from '~/domain/regions/region-search-key';
import { findHostFigures } from '~/domain/reporting/find-host-figures.server';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import { jstDates, jstInstant } from '~/lib/clock';
import { everywhere, reaching } from '../../tests/bounds';
import {
  AT,
  makeCompletion,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import {
  changeGroupFacts,
  changeGroupMembers,
  endGroupForGood,
  makeNewGroup,
} from './look-after-groups.server';
import { mergeAreas, previewMerger } from './merge-areas.server';
import { RECOUNT_AREA, recountArea } from './recount-areas.server';

const GROUP = { id: 'kirin', name: '因幡', kana: 'イナバ', kind: 'other' as const, at: AT };
const BY = { actorId: 'operator', at: AT };
const within = everywhere<'region-group'>();
const MERGER = {
  fromCodes: ['272078', '273015'],
  toCode: '272990',
  fresh: { kind: 'city' as const, name: '淀川市', kana: 'ヨドガワシ' },
  day: '2026-04-01',
};

/** Two towns of Osaka and a city of Tottori; one person has completed in each, in two years. */
async function openAreas(): Promise<Store> {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府' });
    await makeRegion(db, { code: '310000', kind: 'prefecture', prefectureCode: '310000' });
    const { id: personId } = await makePerson(db, { municipalityCode: '272078' });
    let cycle = 0;
    for (const code of ['272078', '273015', '312011']) {
      const prefectureCode = `${code.slice(0, 2)}000${code.startsWith('27') ? 8 : 0}`;
      await makeRegion(db, { code, kind: 'city', name: `市${code}`, prefectureCode });
      for (const day of ['2025-09-01', '2026-09-01']) {
        cycle += 1;
        const dates = jstDates(jstInstant(day));
        const place = { municipalityCode: code, prefectureCode };
        await makeCompletion(db, { personId, ...place, ...dates, cycle });
      }
    }
    await rebuildCounts(db);
  });
  return store;
}

async function totalOf(store: Store, areaCode: string, fiscalYear = 2026) {
  const rows = await store.read
    .select()
    .from(completionCounts)
    .where(eq(completionCounts.areaCode, areaCode));
  const all = rows.find(
    (row) =>
      row.fiscalYear === fiscalYear &&
      [row.programmeCode, row.month, row.audience].every((one) => one === '*'),
  );
  return all && [all.completions, all.people];
}

/** Does the jobs that were asked for, as the worker does. */
async function recountAll(store: Store): Promise<string[]> {
  const asked = await store.read.select().from(jobs).where(eq(jobs.kind, RECOUNT_AREA));
  for (const { payload } of asked) await recountArea(store, payload);
  return asked.map(({ payload }) => String(payload.areaCode)).sort();
}

const logged = async (store: Store) =>
  (await store.read.select().from(auditLog).orderBy(asc(auditLog.id))).map(
    ({ action, subjectId, detail }) => ({ action, subjectId, detail }),
  );

test('a group is logged once for each deed, and counted anew for its members of now in every year', async () => {
  const store = await openAreas();
  await makeNewGroup(store, { ...GROUP, ...BY });
  await makeNewGroup(store, { ...GROUP, ...BY });
  const group = (await findGroup(store.read, { id: GROUP.id, within }))!;
  const add = ['272078', '312011'];
  await changeGroupMembers(store, { group, add, ...BY });
  await changeGroupMembers(store, { group, add, ...BY });
  expect(await totalOf(store, GROUP.id)).toBeUndefined();
  expect(await recountAll(store)).toEqual([GROUP.id]);
  expect(await totalOf(store, GROUP.id)).toEqual([2, 1]);
  expect(await totalOf(store, GROUP.id, 2025)).toEqual([2, 1]);

  await changeGroupMembers(store, { group, remove: ['312011'], ...BY });
  await recountAll(store);
  expect(await totalOf(store, GROUP.id, 2025)).toEqual([1, 1]);
  await changeGroupMembers(store, { group, remove: ['272078'], ...BY });
  await recountAll(store);
  expect(await totalOf(store, GROUP.id)).toBeUndefined();

  await changeGroupFacts(store, {
    group,
    name: '新しい名',
    kana: 'アタラシイナ',
    kind: 'other',
    ...BY,
  });
  await endGroupForGood(store, { group, ...BY });
  await endGroupForGood(store, { group, ...BY });
  const log = await logged(store);
  expect(log.map(({ action }) => action)).toEqual([
    'region-group.make',
    'region-group.members',
    'region-group.members',
    'region-group.members',
    'region-group.change',
    'region-group.end',
  ]);
  expect(log[1]!.detail).toEqual({ added: add, removed: [] });
  expect(JSON.stringify(log)).not.toContain('新しい名');
});

test('a merger says beforehand what it is about, is recorded once, and its areas are counted anew', async () => {
  const store = await openAreas();
  await makeNewGroup(store, { ...GROUP, ...BY });
  const group = (await findGroup(store.read, { id: GROUP.id, within }))!;
  await changeGroupMembers(store, { group, add: ['272078', '312011'], ...BY });
  const bounds = { within: everywhere<'merger'>(), groupsWithin: within };
  expect(await previewMerger(store.read, { merger: MERGER, ...bounds, at: AT })).toMatchObject({
    ok: true,
    completions: 4,
    registered: 1,
    officers: 0,
    hosts: 0,
    groups: [{ id: GROUP.id }],
  });
  const merge = () => mergeAreas(store, { merger: MERGER, within: everywhere<'merger'>(), ...BY });
  expect(await merge()).toEqual({ ok: true });
  expect(await merge()).toEqual({ ok: true });
  expect(await recountAll(store)).toEqual([MERGER.toCode, GROUP.id].sort());
  expect(await totalOf(store, MERGER.toCode)).toEqual([2, 1]);
  expect(await totalOf(store, '272078')).toEqual([1, 1]);
  expect(await totalOf(store, '270008')).toEqual([2, 1]);
  expect(await totalOf(store, GROUP.id)).toEqual([2, 1]);
  expect((await logged(store)).at(-1)).toEqual({
    action: 'region.merge',
    subjectId: MERGER.toCode,
    detail: { from: MERGER.fromCodes, day: MERGER.day, fresh: true },
  });
});

test('who may not record mergers records none', async () => {
  const store = await openAreas();
  const refused = await mergeAreas(store, { merger: MERGER, within: reaching({}), ...BY });
  expect(refused).toEqual({ ok: false, reason: 'not-there' });
  expect(await logged(store)).toEqual([]);
});

test('who signed up under the old name completes in what it became from the first moment of its day', async () => {
  const store = await openAreas();
  const { id: personId } = await store.tx((db) => makePerson(db, { municipalityCode: '272078' }));
  await mergeAreas(store, { merger: MERGER, within: everywhere<'merger'>(), ...BY });
  const codeAt = async (moment: string) =>
    (await findLearner(store.read, { personId, at: new Date(moment) }))?.municipalityCode;
  expect(await codeAt('2026-03-31T14:59:59.999Z')).toBe('272078');
  expect(await codeAt('2026-03-31T15:00:00Z')).toBe('272990');
  expect(await codeAt('2030-01-01T00:00:00Z')).toBe('272990');
});

test("a host's figures are its own completions, and one person once however many records she has", async () => {
  const store = openTestStore();
  const organisation = await store.tx(async (db) => {
    const own = await makeOrganisation(db, { id: 'shakyo' });
    const other = await makeOrganisation(db, { id: 'other', seriesPrefix: 'X' });
    for (const [i, organisationId] of [own.id, own.id, other.id].entries()) {
      const { id } = await makePerson(db, { id: `p${i}`, number: `${i}` });
      await makeCompletion(db, { personId: id, organisationId, cycle: i + 1 });
    }
    await makeCompletion(db, {
      personId: 'p0',
      organisationId: own.id,
      programmeCode: 'tsunagari-supporter',
      ...jstDates(jstInstant('2026-10-01')),
    });
    const merge = { mergedBy: 'officer', mergedAt: AT };
    await db.insert(personMerges).values({ id: 'm', mergedId: 'p1', keptId: 'p0', ...merge });
    const found = { id: own.id, within: reaching<'host'>({ organisationIds: [own.id] }) };
    return (await findOrganisation(db, found))!;
  });
  const { cells, years } = await findHostFigures(store.read, { organisation, fiscalYear: 2026 });
  const cell = (programmeCode: string, month: string) =>
    cells.find((one) => one.programmeCode === programmeCode && one.month === month);
  expect(cell('*', '*')).toMatchObject({ completions: 3, people: 1 });
  expect(cell('gatekeeper-first-step', '*')).toMatchObject({ completions: 2, people: 1 });
  expect(cell('*', '2026-10')).toMatchObject({ completions: 1, people: 1 });
  expect(years).toEqual([2026]);
});

test('an area is known by its code, its name or its address, and a name of several by none', async () => {
  const store = await openAreas();
  await store.tx(async (db) => {
    for (const [code, name, prefectureCode] of [
      ['272990', '府中市', '270008'],
      ['313998', '府中市', '310000'],
    ] as const) {
      const searchKey = regionSearchKey({ code, name, kana: 'フチュウシ' });
      await makeRegion(db, {
        code,
        kind: 'city',
        name,
        kana: 'フチュウシ',
        prefectureCode,
        searchKey,
      });
    }
  });
  const named = async (words: string) => {
    const found = await findNamedRegion(store.read, { words, day: '2026-09-15' });
    return 'refused' in found ? found.refused : found.code;
  };
  expect(await named('２７２９９')).toBe('272990');
  expect(await named('府中市')).toBe('several');
  expect(await named('府中')).toBe('unknown');
  expect(await named('270008')).toBe('unknown');
  expect(await named('<script>')).toBe('unknown');
});
