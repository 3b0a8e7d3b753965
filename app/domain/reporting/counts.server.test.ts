import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionCounts, completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates, jstInstant } from '~/lib/clock';
import { makeCompletion, makePerson, makeProgramme, makeRegion } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { addToCounts } from './add-to-counts.server';
import { countCells, type CountCell } from './count-cells';
import { rebuildCounts } from './rebuild-counts.server';

const SAKAI = '271403';
const SAKAI_WARDS = ['271411', '271420'];
const OSAKA = '270008';
const TOTTORI_CITY = '312011';
const TOTTORI = '310000';
const PLACES = [...SAKAI_WARDS, SAKAI, '272027', TOTTORI_CITY];
const DAYS = ['2025-09-10', '2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'];
const PROGRAMMES = ['gatekeeper-first-step', 'gatekeeper-standard', 'tsunagari-supporter'];
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

async function openPlaces(personCount: number) {
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
    for (const code of PROGRAMMES) await makeProgramme(db, { code });
    for (let i = 0; i < personCount; i += 1)
      await makePerson(db, { id: `counted-${i}`, number: `${i}` });
  });
  return store;
}

const keyOf = (cell: CountCell) =>
  [cell.areaCode, cell.fiscalYear, cell.programmeCode, cell.month, cell.audience].join(' ');

async function readCounts(db: Db) {
  const rows = await db.select().from(completionCounts);
  return Object.fromEntries(
    rows.map((row) => [keyOf(row), { completions: row.completions, people: row.people }]),
  );
}

function recount(facts: Fact[]) {
  const cells = new Map<string, { completions: number; people: Set<string> }>();
  for (const fact of facts) {
    for (const cell of countCells({ ...fact, cityCode: cityOf(fact.municipalityCode) })) {
      const found = cells.get(keyOf(cell)) ?? { completions: 0, people: new Set() };
      found.completions += 1;
      found.people.add(fact.personId);
      cells.set(keyOf(cell), found);
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
  person: fc.nat(3),
  programme: fc.nat(PROGRAMMES.length - 1),
  day: fc.nat(DAYS.length - 1),
  place: fc.nat(PLACES.length - 1),
  audience: fc.nat(1),
});

test('counting one by one, rebuilding and a plain recount agree for any history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 24 }), async (history) => {
      const store = await openPlaces(4);
      const facts = history.map(factsOf);
      await store.tx(async (db) => {
        for (const [i, fact] of facts.entries()) {
          const { id } = await makeCompletion(db, { ...fact, cycle: i + 1 });
          await addToCounts(db, { completionId: id });
        }
      });
      const expected = recount(facts);
      expect(await readCounts(store.read)).toEqual(expected);
      await store.tx((db) => rebuildCounts(db));
      expect(await readCounts(store.read)).toEqual(expected);
      store.close();
    }),
    { numRuns: 60 },
  );
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
  expect(counts[`${SAKAI} 2026 * * *`]).toEqual({ completions: 2, people: 1 });
  expect(counts[`${SAKAI_WARDS[0]} 2026 * * *`]).toEqual({ completions: 1, people: 1 });
  expect(counts[`${SAKAI_WARDS[1]} 2026 * * *`]).toEqual({ completions: 1, people: 1 });
  expect(counts[`000000 2026 * * *`]).toEqual({ completions: 2, people: 1 });
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
  expect(counts['000000 2025 * 2026-03 *']).toEqual({ completions: 1, people: 1 });
  expect(counts['000000 2026 * 2026-04 *']).toEqual({ completions: 1, people: 1 });
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
