import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  completions,
  importBatches,
  importRows,
  nameShares,
  people,
  personMerges,
} from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { foldText } from '~/lib/japanese';
import {
  AT,
  makeCompletion,
  makeConsent,
  makeGuest,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../../tests/factories';
import { reaching } from '../../../tests/bounds';
import { openTestStore } from '../../../tests/test-store';
import { correctPerson } from './correct-person.server';
import { findListedFacts } from './find-listed-facts.server';
import { findPeopleWithin, type FindPeopleWithin } from './find-people-within.server';
import { findPersonWithin } from './find-person-within.server';
import { findRepeatPairs } from './find-repeat-pairs.server';
import { setPeopleApart } from './set-people-apart.server';

const SAKAI = '271403';
const SAKAI_WARD = '271411';
const TOTTORI = '312011';
const OSAKA = '270008';
const SECOND_MS = 1000;
const sakai = reaching<'person'>({ areaCodes: [SAKAI] });
const osaka = reaching<'person'>({ areaCodes: [OSAKA] });
const hostOf = (organisationId: string) =>
  reaching<'person'>({ organisationIds: [organisationId] });

let store: Store;
beforeEach(async () => {
  store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db);
    await makeRegion(db, { code: SAKAI_WARD, kind: 'administrative-ward', parentCode: SAKAI });
    await makeRegion(db, { code: TOTTORI, name: '鳥取市', prefectureCode: '310000' });
    await makeOrganisation(db, { id: 'sakai-city' });
    await makeOrganisation(db, { id: 'shakyo', kind: 'shakyo', seriesPrefix: '27141' });
  });
});
afterEach(() => store.close());

type Over = Parameters<typeof makePerson>[1] & { reading?: string };
const person = ({ reading, ...over }: Over = {}) =>
  store.tx((db) =>
    makePerson(db, {
      enrolledAreaCode: SAKAI,
      ...(reading === undefined ? {} : { kana: reading, kanaKey: foldText(reading) }),
      ...over,
    }),
  );
const find = (over: Partial<FindPeopleWithin> = {}) =>
  findPeopleWithin(store.read, { within: sakai, limit: 50, offset: 0, ...over });
const found = async (over: Partial<FindPeopleWithin> = {}) =>
  (await find(over)).people.map(({ id }) => id);
const factsOf = async (over: Partial<FindPeopleWithin> = {}) =>
  findListedFacts(store.read, { people: (await find(over)).people, within: sakai });

test('the list of a city: whom it or its ward enrolled and who agreed with either, and nobody else', async () => {
  const enrolled = await person();
  const byWard = await person({ enrolledAreaCode: SAKAI_WARD });
  const agreed = await person({ enrolledAreaCode: TOTTORI });
  const never = await person({ enrolledAreaCode: TOTTORI });
  const withdrawn = await person({ enrolledAreaCode: null });
  await person({ erasedAt: AT });
  await person({ name: null });
  await store.tx(async (db) => {
    await makeGuest(db, { municipalityCode: SAKAI });
    await makeConsent(db, { personId: agreed.id, areaCode: SAKAI_WARD });
    await makeConsent(db, { personId: never.id, areaCode: TOTTORI });
    await makeConsent(db, { personId: never.id, areaCode: SAKAI, kind: 'guardian' });
    await makeConsent(db, { personId: never.id, organisationId: 'shakyo' });
    await makeConsent(db, { personId: withdrawn.id, areaCode: SAKAI, withdrawnAt: AT });
  });
  expect((await found()).sort()).toEqual([enrolled.id, byWard.id, agreed.id].sort());
  expect((await find()).total).toBe(3);
});

test('the list of a host: whom it enrolled and who agreed with it', async () => {
  const enrolled = await person({ enrolledAreaCode: null, enrolledOrganisationId: 'shakyo' });
  const agreed = await person({ enrolledAreaCode: SAKAI });
  await person({ enrolledOrganisationId: 'sakai-city' });
  await store.tx((db) => makeConsent(db, { personId: agreed.id, organisationId: 'shakyo' }));
  expect((await found({ within: hostOf('shakyo') })).sort()).toEqual(
    [enrolled.id, agreed.id].sort(),
  );
});

test('a prefecture sees a name only where the host shares it and the person agreed with that host or its area', async () => {
  const withHost = await person();
  const withArea = await person();
  const withAnother = await person();
  const silent = await person();
  const agreedWithoutLearning = await person();
  await store.tx(async (db) => {
    for (const { id: personId } of [withHost, withArea, withAnother, silent])
      await makeCompletion(db, { personId, organisationId: 'shakyo' });
    await makeConsent(db, { personId: withHost.id, organisationId: 'shakyo' });
    await makeConsent(db, { personId: withArea.id, areaCode: SAKAI });
    await makeConsent(db, { personId: withAnother.id, organisationId: 'sakai-city' });
    await makeConsent(db, { personId: agreedWithoutLearning.id, organisationId: 'shakyo' });
  });
  const seen = async () => (await found({ within: osaka })).sort();
  expect(await seen()).toEqual([]);
  const share = { sharedBy: 'host', organisationId: 'shakyo', areaCode: OSAKA };
  const soon = new Date(Date.UTC(2100, 0));
  await store.tx((db) =>
    db.insert(nameShares).values([
      { ...share, id: 'over', fromAt: new Date(0), untilAt: new Date(SECOND_MS) },
      { ...share, id: 'ahead', fromAt: soon },
      { ...share, id: 'another prefecture', areaCode: '310000', fromAt: new Date(0) },
      { ...share, id: 'another host', organisationId: 'sakai-city', fromAt: new Date(0) },
    ]),
  );
  expect(await seen()).toEqual([]);
  await store.tx((db) =>
    db.insert(nameShares).values({ ...share, id: 'now', fromAt: new Date(0), untilAt: soon }),
  );
  expect(await seen()).toEqual([withArea.id, withHost.id].sort());
});

test('nobody is seen without a bound of her own', async () => {
  const { id } = await person();
  const nobody = reaching<'person'>({});
  expect(await find({ within: nobody })).toEqual({ people: [], total: 0 });
  expect(await findPersonWithin(store.read, { id, within: nobody })).toBeNull();
});

test('names stand by their readings, those without one last, fifty to a page', async () => {
  const readings = ['ワタナベ', 'あさひ', 'ｶｻｲ', '', 'サカイ'];
  for (const reading of readings) await person({ reading, name: reading || 'よみなし' });
  await person({ kana: null, kanaKey: null, name: 'かななし' });
  const names = (await find()).people.map(({ name }) => name);
  expect(names).toEqual(['あさひ', 'ｶｻｲ', 'サカイ', 'ワタナベ', 'かななし', 'よみなし']);
  const second = await find({ limit: 4, offset: 4 });
  expect(second.people.map(({ name }) => name)).toEqual(['かななし', 'よみなし']);
  expect(second.total).toBe(6);
});

test('a search takes part of a reading, a name or a number however it is typed, and signs as signs', async () => {
  const { id } = await person({
    name: '邊󠄀見　はな子',
    reading: 'ヘンミ　ハナコ',
    number: '123456789012',
  });
  await person({ name: '山田 太郎', reading: 'ヤマダ　タロウ', number: '999999999999' });
  for (const query of ['へんみ', 'ﾍﾝﾐ ﾊﾅｺ', '邊見はな', 'はな子', '1234-5678', '５６７８ ９０１２'])
    expect(await found({ query }), query).toEqual([id]);
  for (const query of ['%', '_', '\\', "' or 1 = 1 --", 'ヘンミ_'])
    expect(await found({ query }), query).toEqual([]);
  for (const query of [' 　', '\u0000', '\ud800']) expect(await found({ query })).toHaveLength(2);
});

test('a filter finds who completed a programme in a year, also in a record that was merged into hers', async () => {
  const [kept, merged, other] = [await person(), await person(), await person()];
  await store.tx(async (db) => {
    await makeCompletion(db, { personId: merged.id, fiscalYear: 2025, programmeCode: 'kokoro' });
    await makeCompletion(db, { personId: other.id, fiscalYear: 2026 });
    const merge = { id: '1', mergedBy: 'officer', mergedAt: AT };
    await db.insert(personMerges).values({ ...merge, keptId: kept.id, mergedId: merged.id });
  });
  expect(await found({ fiscalYear: 2025 })).toEqual([kept.id]);
  expect(await found({ programmeCode: 'kokoro', fiscalYear: 2025 })).toEqual([kept.id]);
  expect(await found({ programmeCode: 'kokoro', fiscalYear: 2026 })).toEqual([]);
  expect(await found({ query: String(merged.number) })).toEqual([kept.id]);
  const facts = await factsOf({ fiscalYear: 2025 });
  expect(facts.get(kept.id)).toMatchObject({
    completions: [{ programmeCode: 'kokoro', day: '2026-09-15' }],
    recordIds: [kept.id, merged.id],
  });
});

test('beside a name stands how she came and when she agreed, as far as it is this office’s', async () => {
  const later = new Date(AT.getTime() + SECOND_MS);
  const [desk, listed, herself] = [
    await person(),
    await person(),
    await person({ enrolledAreaCode: TOTTORI }),
  ];
  await store.tx(async (db) => {
    await db.insert(importBatches).values({
      id: 'batch',
      areaCode: SAKAI,
      officerId: desk.id,
      fileName: 'x.csv',
      fileHash: 'x',
      header: [],
      mapping: {},
      state: 'done',
      total: 1,
      createdAt: AT,
    });
    const row = { batchId: 'batch', cells: [''], state: 'taken' as const };
    await db.insert(importRows).values([
      { ...row, rowNumber: 2, personId: listed.id },
      { ...row, rowNumber: 3, personId: herself.id },
    ]);
    await makeConsent(db, { personId: herself.id, areaCode: SAKAI });
    await makeConsent(db, { personId: herself.id, areaCode: TOTTORI, givenAt: later });
  });
  const facts = await factsOf();
  expect(facts.get(desk.id)).toMatchObject({ cameBy: 'desk', consentAt: null });
  expect(facts.get(listed.id)).toMatchObject({ cameBy: 'list', consentAt: null });
  expect(facts.get(herself.id)).toMatchObject({ cameBy: 'herself', consentAt: AT });
});

test('pairs that may be one person are told until somebody says they are two', async () => {
  const [older, newer] = [await person({ birthYear: 1980 }), await person()];
  await person({ birthYear: 1981, reading: 'ベツジン' });
  await person({ enrolledAreaCode: TOTTORI, birthYear: 1980 });
  await person({ birthYear: 1980, municipalityCode: TOTTORI });
  const pairs = await findRepeatPairs(store.read, { within: sakai });
  expect(pairs.map((pair) => pair.map(({ id }) => id).sort())).toEqual([
    [older.id, newer.id].sort(),
  ]);
  const [one, other] = pairs[0]!;
  await store.tx((db) => setPeopleApart(db, { one, other, decidedBy: 'officer', at: AT }));
  await store.tx((db) =>
    setPeopleApart(db, { one: other, other: one, decidedBy: 'officer', at: AT }),
  );
  expect(await findRepeatPairs(store.read, { within: sakai })).toEqual([]);
});

test('a name is mended by the office that wrote it, and nothing but name and reading changes', async () => {
  const { id } = await person();
  const agreed = await person({ enrolledAreaCode: TOTTORI });
  await store.tx((db) => makeConsent(db, { personId: agreed.id, areaCode: SAKAI }));
  const look = (personId: string) =>
    findPersonWithin(store.read, { id: personId, within: sakai, enrolledOnly: true });
  expect(await look(agreed.id)).toBeNull();
  const before = (await look(id))!;
  const mended = { name: '髙﨑 佳美', kana: 'タカサキ　ヨシミ' };
  expect(await store.tx((db) => correctPerson(db, { person: before, ...mended }))).toEqual([
    'name',
  ]);
  expect(await look(id)).toEqual({ ...before, ...mended });
});

test('who is outside changes nothing that is told: no row, count, order or pair', async () => {
  const { id: mine } = await person({ birthYear: 1980 });
  const { id: another } = await person({ reading: 'アサヒ', birthYear: 1970 });
  const told = async (query: string) => {
    const asked = { query, fiscalYear: query === '' ? 2026 : null };
    const { people: listed, total } = await find(asked);
    return {
      listed,
      total,
      all: await find(),
      facts: [...(await findListedFacts(store.read, { people: listed, within: sakai }))],
      pairs: await findRepeatPairs(store.read, { within: sakai }),
      missing: await findPersonWithin(store.read, { id: 'outside-1', within: sakai }),
    };
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', 'タカサキ', 'アサ', '1'),
      fc.constantFrom('タカサキ　ヨシミ', 'アサヒ', 'ンー'),
      fc.constantFrom(null, 1980),
      fc.constantFrom('keeps', 'merged', 'apart'),
      async (query, reading, birthYear, tie) => {
        const before = await told(query);
        await person({
          id: 'outside-1',
          number: '1',
          enrolledAreaCode: TOTTORI,
          reading,
          birthYear,
        });
        await store.tx(async (db) => {
          await makeCompletion(db, { personId: 'outside-1' });
          const merge = { mergedBy: 'officer', mergedAt: AT };
          if (tie === 'merged')
            await db
              .insert(personMerges)
              .values({ ...merge, id: 'm', keptId: mine, mergedId: 'outside-1' });
          if (tie === 'keeps')
            await db
              .insert(personMerges)
              .values({ ...merge, id: 'm', keptId: 'outside-1', mergedId: another });
        });
        expect(await told(query)).toEqual(before);
        await store.tx(async (db) => {
          await db.delete(personMerges);
          await db.delete(completions).where(eq(completions.personId, 'outside-1'));
          await db.delete(people).where(eq(people.id, 'outside-1'));
        });
      },
    ),
    { numRuns: 30 },
  );
});
