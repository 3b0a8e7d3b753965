import { and, eq, isNull } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  completionCounts,
  completions,
  personMerges,
  regionGroupMembers,
  regionGroups,
  regionSuccessions,
} from '~/db/schema.server';
import type { Db, Store } from '~/db/store.server';
import { jstDates, jstInstant } from '~/lib/clock';
import { makeCompletion, makePerson, makeProgramme, makeRegion } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { addToCounts } from './add-to-counts.server';
import { cellKey } from './cell-key';
import { rebuildCounts } from './rebuild-counts.server';
import { recountPeople } from './recount-people.server';

const SAKAI = '271403';
const SAKAI_WARDS = ['271411', '271420'];
const OSAKA = '270008';
const TOTTORI_CITY = '312011';
const TOTTORI = '310000';
const NEW_CITY = '272990';
const NEWER_CITY = '272981';
const UNKNOWN_TOWN = '272027';
const PLACES = [...SAKAI_WARDS, SAKAI, UNKNOWN_TOWN, TOTTORI_CITY, NEW_CITY];
const DAYS = ['2025-09-10', '2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'];
const PROGRAMMES = ['gatekeeper-first-step', 'gatekeeper-standard', 'tsunagari-supporter'];
const PEOPLE = 5;
const prefectureOf = (code: string) => (code.startsWith('27') ? OSAKA : TOTTORI);
const cityOf = (code: string) => (SAKAI_WARDS.includes(code) ? SAKAI : null);

type Event = { person: number; programme: number; day: number; place: number; audience: number };
type Fact = ReturnType<typeof factsOf>;

function factsOf(event: Event) {
  const municipalityCode = PLACES[event.place]!;
  return {
    personId: `counted-${event.person}`,
    programmeCode: PROGRAMMES[event.programme]!,
    ...jstDates(jstInstant(DAYS[event.day]!)),
    municipalityCode,
    prefectureCode: prefectureOf(municipalityCode),
    audience: ['resident', 'teacher'][event.audience]!,
  };
}

/** Which areas each group has, and what was merged into what. */
type Shape = { groups: Record<string, string[]>; mergers: [from: string, to: string][] };
const PLAIN: Shape = { groups: {}, mergers: [] };

async function openPlaces(personCount: number, { groups, mergers }: Shape = PLAIN) {
  const store = openTestStore();
  await store.tx(async (db) => {
    await makeRegion(db);
    for (const code of SAKAI_WARDS) {
      await makeRegion(db, {
        code,
        kind: 'administrative-ward',
        parentCode: SAKAI,
        name: `区${code}`,
      });
    }
    for (const code of [NEW_CITY, NEWER_CITY]) await makeRegion(db, { code, kind: 'city' });
    await makeRegion(db, { code: TOTTORI_CITY, kind: 'city', prefectureCode: TOTTORI });
    for (const code of PROGRAMMES) await makeProgramme(db, { code });
    for (let i = 0; i < personCount; i += 1)
      await makePerson(db, { id: `counted-${i}`, number: `${i}` });
    for (const [id, members] of Object.entries(groups)) {
      await db
        .insert(regionGroups)
        .values({ id, kind: 'other', name: id, kana: id, createdAt: jstInstant('2025-04-01') });
      for (const areaCode of members)
        await db.insert(regionGroupMembers).values({ groupId: id, areaCode });
    }
    for (const [fromCode, toCode] of mergers) {
      await db.insert(regionSuccessions).values({ fromCode, toCode, day: '2026-04-01' });
    }
  });
  return store;
}

async function readCounts(db: Db) {
  const rows = await db.select().from(completionCounts);
  return Object.fromEntries(
    rows.map((row) => [cellKey(row), { completions: row.completions, people: row.people }]),
  );
}

/** Every area a place counts for, found by walking up as far as it goes. */
function areasOf(code: string, { groups, mergers }: Shape): string[] {
  const found = new Set([code]);
  for (const one of found) {
    const city = cityOf(one);
    if (city) found.add(city);
    for (const [from, to] of mergers) if (from === one) found.add(to);
    for (const [id, members] of Object.entries(groups)) if (members.includes(one)) found.add(id);
  }
  return [...found, prefectureOf(code), '000000'];
}

/** Counts by sets, cell by cell, without any of the code that is under test. */
function recount(facts: Fact[], shape: Shape = PLAIN, leaders = new Map<string, string>()) {
  const leaderOf = (id: string): string => (leaders.has(id) ? leaderOf(leaders.get(id)!) : id);
  const cells = new Map<string, { completions: number; people: Set<string> }>();
  for (const fact of facts) {
    for (const area of areasOf(fact.municipalityCode, shape)) {
      for (const programme of [fact.programmeCode, '*']) {
        for (const month of [fact.month, '*']) {
          for (const audience of [fact.audience, '*']) {
            const key = [area, fact.fiscalYear, programme, month, audience].join('|');
            const found = cells.get(key) ?? { completions: 0, people: new Set() };
            found.completions += 1;
            found.people.add(leaderOf(fact.personId));
            cells.set(key, found);
          }
        }
      }
    }
  }
  return Object.fromEntries(
    [...cells].map(([key, cell]) => [
      key,
      { completions: cell.completions, people: cell.people.size },
    ]),
  );
}

const event = fc.record({
  person: fc.nat(PEOPLE - 1),
  programme: fc.nat(PROGRAMMES.length - 1),
  day: fc.nat(DAYS.length - 1),
  place: fc.nat(PLACES.length - 1),
  audience: fc.nat(1),
});
const KNOWN = [...SAKAI_WARDS, SAKAI, TOTTORI_CITY, NEW_CITY, NEWER_CITY];
const shape: fc.Arbitrary<Shape> = fc.record({
  groups: fc.record({
    'group-a': fc.subarray(KNOWN),
    'group-b': fc.subarray(KNOWN),
  }),
  // Along this order, so that nothing is merged into what was merged into it.
  mergers: fc.subarray<[string, string]>([
    [SAKAI_WARDS[0]!, SAKAI_WARDS[1]!],
    [SAKAI, NEW_CITY],
    [TOTTORI_CITY, NEW_CITY],
    [NEW_CITY, NEWER_CITY],
    [SAKAI_WARDS[1]!, NEWER_CITY],
  ]),
});
const deed = fc.oneof(
  { weight: 3, arbitrary: event },
  {
    weight: 1,
    arbitrary: fc.record({ merged: fc.nat(PEOPLE - 1), into: fc.nat(PEOPLE - 1) }),
  },
  { weight: 1, arbitrary: fc.record({ undone: fc.nat(PEOPLE - 1) }) },
);

/** Does the deeds one by one as the flows do, and says what was learned and who stands for whom. */
async function live(
  store: Store,
  deeds: ({ merged: number; into: number } | { undone: number } | Event)[],
) {
  const facts: Fact[] = [];
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => (leaders.has(id) ? leaderOf(leaders.get(id)!) : id);
  for (const [i, one] of deeds.entries()) {
    await store.tx(async (db) => {
      if ('merged' in one) {
        const [mergedId, keptId] = [`counted-${one.merged}`, `counted-${one.into}`];
        if (leaders.has(mergedId) || leaderOf(keptId) === mergedId) return;
        await recountPeople(db, {
          personIds: [mergedId, keptId],
          change: () =>
            db.insert(personMerges).values({
              id: `merge-${i}`,
              mergedId,
              keptId,
              mergedBy: 'officer',
              mergedAt: jstInstant('2026-05-02'),
            }),
        });
        leaders.set(mergedId, keptId);
      } else if ('undone' in one) {
        const mergedId = `counted-${one.undone}`;
        await recountPeople(db, {
          personIds: [mergedId],
          change: () =>
            db
              .update(personMerges)
              .set({ undoneAt: jstInstant('2026-05-03') })
              .where(and(eq(personMerges.mergedId, mergedId), isNull(personMerges.undoneAt))),
        });
        leaders.delete(mergedId);
      } else {
        const fact = factsOf(one);
        facts.push(fact);
        const { id } = await makeCompletion(db, { ...fact, cycle: i + 1 });
        await addToCounts(db, { completionId: id });
      }
    });
  }
  return { facts, leaders, leaderOf };
}

test('counting one by one, rebuilding, and a plain recount agree for any history, groups, mergers of areas and of people', async () => {
  await fc.assert(
    fc.asyncProperty(shape, fc.array(deed, { maxLength: 24 }), async (areas, deeds) => {
      const store = await openPlaces(PEOPLE, areas);
      const { facts, leaders, leaderOf } = await live(store, deeds);
      const expected = recount(facts, areas, leaders);
      const counts = await readCounts(store.read);
      expect(counts).toEqual(expected);

      for (const year of [2025, 2026]) {
        const everybody = facts.filter(({ fiscalYear }) => fiscalYear === year);
        const union = new Set(everybody.map(({ personId }) => leaderOf(personId)));
        expect(counts[`000000|${year}|*|*|*`]?.people ?? 0).toBe(union.size);
        expect(counts[`000000|${year}|*|*|*`]?.completions ?? 0).toBe(everybody.length);
      }

      await store.tx((db) => rebuildCounts(db));
      expect(await readCounts(store.read)).toEqual(expected);
      for (const areaCode of [...KNOWN, ...Object.keys(areas.groups)]) {
        await store.tx(async (db) => {
          await db
            .update(completionCounts)
            .set({ people: 77, completions: 77 })
            .where(eq(completionCounts.areaCode, areaCode));
          for (const fiscalYear of [2025, 2026]) await rebuildCounts(db, { areaCode, fiscalYear });
        });
      }
      expect(await readCounts(store.read)).toEqual(expected);
      store.close();
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('a person who completes in two members of a group is one person of it, and of each group she counts for', async () => {
  const store = await openPlaces(1, {
    groups: { north: [SAKAI, TOTTORI_CITY], south: [TOTTORI_CITY], none: [] },
    mergers: [],
  });
  await live(store, [
    { person: 0, programme: 0, day: 3, place: PLACES.indexOf(SAKAI_WARDS[0]!), audience: 0 },
    { person: 0, programme: 1, day: 3, place: PLACES.indexOf(TOTTORI_CITY), audience: 0 },
  ]);
  const counts = await readCounts(store.read);
  expect(counts['north|2026|*|*|*']).toEqual({ completions: 2, people: 1 });
  expect(counts['south|2026|*|*|*']).toEqual({ completions: 1, people: 1 });
  expect(counts['none|2026|*|*|*']).toBeUndefined();
});

test('what was merged twice counts for the last area too, and once for prefecture and nation', async () => {
  const store = await openPlaces(1, {
    groups: {},
    mergers: [
      [SAKAI, NEW_CITY],
      [NEW_CITY, NEWER_CITY],
    ],
  });
  await live(store, [
    { person: 0, programme: 0, day: 3, place: PLACES.indexOf(SAKAI_WARDS[0]!), audience: 0 },
    { person: 0, programme: 1, day: 3, place: PLACES.indexOf(NEW_CITY), audience: 0 },
  ]);
  const counts = await readCounts(store.read);
  expect(counts[`${SAKAI_WARDS[0]}|2026|*|*|*`]).toEqual({ completions: 1, people: 1 });
  expect(counts[`${SAKAI}|2026|*|*|*`]).toEqual({ completions: 1, people: 1 });
  expect(counts[`${NEW_CITY}|2026|*|*|*`]).toEqual({ completions: 2, people: 1 });
  expect(counts[`${NEWER_CITY}|2026|*|*|*`]).toEqual({ completions: 2, people: 1 });
  expect(counts[`${OSAKA}|2026|*|*|*`]).toEqual({ completions: 2, people: 1 });
  expect(counts['000000|2026|*|*|*']).toEqual({ completions: 2, people: 1 });
});

test('a merge of people that was not named for the recount is a bug and throws', async () => {
  const store = await openPlaces(2);
  const merge = store.tx((db) =>
    recountPeople(db, {
      personIds: ['counted-0'],
      change: () =>
        db.insert(personMerges).values({
          id: 'merge',
          mergedId: 'counted-1',
          keptId: 'counted-0',
          mergedBy: 'officer',
          mergedAt: jstInstant('2026-05-02'),
        }),
    }),
  );
  await expect(merge).rejects.toThrow('counted-1');
});

test('a person in two wards of one city is one person of the city, and one of each ward', async () => {
  const store = await openPlaces(1);
  await store.tx(async (db) => {
    for (const [i, municipalityCode] of SAKAI_WARDS.entries()) {
      const { id } = await makeCompletion(db, {
        personId: 'counted-0',
        programmeCode: PROGRAMMES[i]!,
        municipalityCode,
      });
      await addToCounts(db, { completionId: id });
    }
  });
  const counts = await readCounts(store.read);
  expect(counts[`${SAKAI}|2026|*|*|*`]).toEqual({ completions: 2, people: 1 });
  expect(counts[`${SAKAI_WARDS[0]}|2026|*|*|*`]).toEqual({ completions: 1, people: 1 });
  expect(counts[`${SAKAI_WARDS[1]}|2026|*|*|*`]).toEqual({ completions: 1, people: 1 });
  expect(counts[`000000|2026|*|*|*`]).toEqual({ completions: 2, people: 1 });
});

test('31 March and 1 April of Japan stand in different fiscal years', async () => {
  const store = await openPlaces(1);
  const moments = [new Date('2026-03-31T14:59:59.999Z'), new Date('2026-03-31T15:00:00Z')];
  await store.tx(async (db) => {
    for (const [i, completedAt] of moments.entries()) {
      const { id } = await makeCompletion(db, {
        personId: 'counted-0',
        programmeCode: PROGRAMMES[i]!,
        completedAt,
        ...jstDates(completedAt),
      });
      await addToCounts(db, { completionId: id });
    }
  });
  const counts = await readCounts(store.read);
  expect(counts['000000|2025|*|2026-03|*']).toEqual({ completions: 1, people: 1 });
  expect(counts['000000|2026|*|2026-04|*']).toEqual({ completions: 1, people: 1 });
});

test('counting a completion that was never written is a bug and throws', async () => {
  const store = await openPlaces(0);
  await expect(store.tx((db) => addToCounts(db, { completionId: 'nobody' }))).rejects.toThrow(
    'nobody',
  );
});

test('rebuilding puts a count right that had gone wrong', async () => {
  const store = await openPlaces(1);
  await store.tx(async (db) => {
    const { id } = await makeCompletion(db, { personId: 'counted-0' });
    await addToCounts(db, { completionId: id });
    await db
      .update(completionCounts)
      .set({ completions: 99 })
      .where(eq(completionCounts.areaCode, SAKAI));
    await rebuildCounts(db);
  });
  const [{ n } = { n: 0 }] = await store.read
    .select({ n: completionCounts.completions })
    .from(completionCounts)
    .where(eq(completionCounts.areaCode, SAKAI))
    .limit(1);
  expect(n).toBe(1);
  expect(await store.read.select().from(completions)).toHaveLength(1);
});
