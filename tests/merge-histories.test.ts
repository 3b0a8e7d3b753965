import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personBound } from '~/auth/policies/person';
import { completionCounts, people, personMerges } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { findCertificate } from '~/domain/certificates/find-certificate.server';
import { findCertificatesOf } from '~/domain/certificates/find-certificates-of.server';
import { findCompletions } from '~/domain/learning/find-completions.server';
import { recordCompletion } from '~/domain/learning/record-completion.server';
import { findListedFacts } from '~/domain/people/find-listed-facts.server';
import { findMergesWithin } from '~/domain/people/find-merges-within.server';
import { findPeopleWithin } from '~/domain/people/find-people-within.server';
import { findPersonWithin } from '~/domain/people/find-person-within.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';
import { addToCounts } from '~/domain/reporting/add-to-counts.server';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import { mergePeople } from '~/flows/merge-people.server';
import { undoMerge } from '~/flows/undo-merge.server';
import { jstDates } from '~/lib/clock';
import {
  AT,
  makeCertificate,
  makeOrganisation,
  makePerson,
  makeProgramme,
  makeRegion,
} from './factories';
import { openTestStore } from './test-store';

// Random histories of several records of people: what is hers is always the union, nothing is lost,
// and what is undone is as it was.

const SAKAI = '271403';
const DAY_MS = 86_400_000;
const RECORDS = 5;
const PROGRAMMES = ['gatekeeper-first-step', 'kokoro-supporter', 'tsunagari-supporter'];
const within = personBound([
  { role: 'municipal-officer', areaCode: SAKAI, organisationId: null, groupId: null },
]);

const record = fc.nat({ max: RECORDS - 1 });
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('complete' as const),
      who: record,
      programme: fc.nat({ max: PROGRAMMES.length - 1 }),
      day: fc.nat({ max: 400 }),
    }),
    fc.record({ do: fc.constant('merge' as const), who: record, other: record }),
    fc.record({ do: fc.constant('undo' as const), which: fc.nat({ max: 9 }) }),
  ),
  { minLength: 1, maxLength: 24 },
);

async function openHistory() {
  const store = openTestStore();
  const ids = await store.tx(async (db) => {
    await makeRegion(db);
    for (const code of PROGRAMMES) await makeProgramme(db, { code });
    await makeOrganisation(db, { id: 'host' });
    const made: string[] = [];
    for (let i = 0; i < RECORDS; i += 1) {
      made.push((await makePerson(db, { enrolledAreaCode: SAKAI })).id);
    }
    return made;
  });
  return { store, ids };
}

async function countsOf(store: Store) {
  const rows = await store.read.select().from(completionCounts);
  return rows
    .filter(({ completions }) => completions > 0)
    .map((row) => JSON.stringify(row))
    .sort();
}

/** What the world should look like, kept in plain sets beside the database. */
type Model = {
  /** Record → programmes completed in it. */
  own: Map<string, Set<string>>;
  /** Merged → kept. */
  leads: Map<string, string>;
};

const rootOf = ({ leads }: Model, id: string): string =>
  leads.has(id) ? rootOf({ leads } as Model, leads.get(id)!) : id;
const sameIn = (model: Model, ids: string[], id: string) =>
  ids.filter((other) => rootOf(model, other) === rootOf(model, id));

async function complete(store: Store, personId: string, programmeCode: string, day: number) {
  const completedAt = new Date(AT.getTime() - day * DAY_MS);
  return store.tx(async (db) => {
    const { completion, created } = await recordCompletion(db, {
      personId,
      programmeCode,
      courseId: null,
      versionId: null,
      organisationId: 'host',
      hostName: '堺市',
      completedAt,
      municipalityCode: SAKAI,
      prefectureCode: '270008',
      municipalityRelation: 'resident',
      audience: 'resident',
      ageBand: '40s',
      sex: null,
      demo: false,
    });
    if (created) {
      await addToCounts(db, { completionId: completion.id });
      const { fiscalYear } = jstDates(completedAt);
      await makeCertificate(db, {
        personId,
        completionId: completion.id,
        organisationId: 'host',
        programmeCode,
        fiscalYear,
      });
    }
    return created;
  });
}

async function expectUnion(store: Store, ids: string[], model: Model) {
  for (const id of ids) {
    const same = sameIn(model, ids, id);
    const found = await findSamePeople(store.read, { personId: id });
    expect([...found].sort()).toEqual([...same].sort());
    expect(found[0]).toBe(rootOf(model, id));
    const union = same.flatMap((one) => [...model.own.get(one)!]).sort();
    const completions = await findCompletions(store.read, { personId: id });
    expect(completions.map(({ programmeCode }) => programmeCode).sort()).toEqual(union);
    const certificates = await findCertificatesOf(store.read, { personId: id });
    expect(certificates.map(({ programmeCode }) => programmeCode).sort()).toEqual(union);
    for (const { code } of certificates) {
      expect(await findCertificate(store.read, { code })).toMatchObject({ withdrawnAt: null });
    }
  }
  const listed = await findPeopleWithin(store.read, { within, limit: 50, offset: 0 });
  const roots = ids.filter((id) => rootOf(model, id) === id);
  expect(listed.people.map(({ id }) => id).sort()).toEqual(roots.sort());
  const facts = await findListedFacts(store.read, { people: listed.people, within });
  for (const root of roots) {
    expect(facts.get(root)!.recordIds.toSorted()).toEqual(sameIn(model, ids, root).sort());
  }
}

test('whatever is completed, merged and undone in whichever order, what is hers is the union and counts are right', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { store, ids } = await openHistory();
      const model: Model = { own: new Map(ids.map((id) => [id, new Set()])), leads: new Map() };
      const look = async (id: string) => (await findPersonWithin(store.read, { id, within }))!;
      let time = AT.getTime();
      for (const step of history) {
        time += 1000;
        const at = new Date(time);
        if (step.do === 'complete') {
          const id = ids[step.who]!;
          const programme = PROGRAMMES[step.programme]!;
          const known = sameIn(model, ids, id).some((one) => model.own.get(one)!.has(programme));
          expect(await complete(store, id, programme, step.day)).toBe(!known);
          if (!known) model.own.get(id)!.add(programme);
        } else if (step.do === 'merge') {
          const [keptId, mergedId] = [ids[step.who]!, ids[step.other]!];
          const { ok } = await mergePeople(store, {
            kept: await look(keptId),
            merged: await look(mergedId),
            mergedBy: 'officer',
            areaCode: SAKAI,
            purpose: null,
            at,
          });
          const mayMerge =
            keptId !== mergedId && !model.leads.has(keptId) && !model.leads.has(mergedId);
          expect(ok).toBe(mayMerge);
          if (ok) model.leads.set(mergedId, keptId);
        } else {
          const merged = [...model.leads.keys()][step.which];
          if (!merged) continue;
          const found = await findMergesWithin(store.read, { personId: merged, within });
          const merge = found.find(({ mergedId }) => mergedId === merged)!;
          const undone = { merge, undoneBy: 'officer', areaCode: SAKAI, purpose: null, at };
          expect(await undoMerge(store, undone)).toEqual({ ok: true });
          model.leads.delete(merged);
        }
      }
      await expectUnion(store, ids, model);
      const counted = await countsOf(store);
      await store.tx((db) => rebuildCounts(db));
      expect(await countsOf(store)).toEqual(counted);
      store.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('to undo every merge is to be back at the beginning, row by row and count by count', async () => {
  const pairs = fc.array(fc.tuple(record, record), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pairs, fc.boolean(), async (merges, lastFirst) => {
      const { store, ids } = await openHistory();
      for (const [i, id] of ids.entries()) {
        await complete(store, id, PROGRAMMES[i % 2]!, i * 90);
        await complete(store, id, PROGRAMMES[2]!, 10);
      }
      const world = async () => ({
        people: await store.read.select().from(people),
        counts: await countsOf(store),
        listed: await findPeopleWithin(store.read, { within, limit: 50, offset: 0 }),
        hers: await Promise.all(ids.map((personId) => findCompletions(store.read, { personId }))),
        certificates: await Promise.all(
          ids.map((personId) => findCertificatesOf(store.read, { personId })),
        ),
      });
      const before = await world();
      const made: string[] = [];
      for (const [kept, merged] of merges) {
        const both = await Promise.all(
          [kept, merged].map((i) => findPersonWithin(store.read, { id: ids[i]!, within })),
        );
        const result = await mergePeople(store, {
          kept: both[0]!,
          merged: both[1]!,
          ...{ mergedBy: 'officer', areaCode: SAKAI, purpose: null, at: AT },
        });
        if (result.ok) made.push(result.mergeId);
      }
      for (const id of lastFirst ? made.toReversed() : made) {
        const [merge] = await findMergesWithin(store.read, { id, within });
        const undo = { merge: merge!, undoneBy: 'officer', areaCode: SAKAI, purpose: null, at: AT };
        expect(await undoMerge(store, undo)).toEqual({ ok: true });
      }
      expect(await world()).toEqual(before);
      expect(await store.read.select().from(personMerges)).toHaveLength(made.length);
      store.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);
