import { eq } from 'drizzle-orm';
import {
  certificates,
  certificateSeries,
  completions,
  consents,
  courses,
  courseVersions,
  directoryEntries,
  enrolments,
  lessonProgress,
  optionTallies,
  organisations,
  passwords,
  people,
  programmes,
  regionGroupMembers,
  regionGroups,
  regions,
  roleGrants,
  settings,
} from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { keepProgramme } from '~/domain/courses/keep-programme.server';
import { rebuildCounts } from '~/domain/reporting/rebuild-counts.server';
import { jstDates, jstInstant } from '~/lib/clock';
import { makeGroup, makeShakyo, placesOfGroup, withShakyo } from './demo-areas';
import { makeListedPeople } from './demo-listed-people';
import { makeTrainedPeople } from './demo-history';
import {
  DEMO_PROGRAMMES,
  DEMO_SEED,
  FIRST_STEP,
  GROUP_PEOPLE,
  placesTakingPart,
  TRAINED_PEOPLE,
  YEARS,
} from './demo-plan';
import {
  demoNumber,
  makeCertificates,
  makeCompletionRow,
  makeFinishedEnrolments,
  makeHosts,
  makeLearning,
  makePersonRow,
  type Attested,
  type OnlineCourse,
} from './demo-records';
import { makeLearnerHistory, makeSignIns } from './demo-sign-ins.server';
import { makeTallies } from './demo-tallies.server';
import { makeDemoWindows } from './demo-windows';
import { insertRows } from './insert-rows.server';
import { makeRandom } from './random';

/**
 * Fills a new database with made-up people, their learning and one sign-in per role, over the three
 * fiscal years up to `at`. The same moment gives the same data. Regions and courses stand already.
 */
export async function makeDemo(store: Store, { at }: { at: Date }): Promise<void> {
  const random = makeRandom(DEMO_SEED);
  const regionRows = await store.read.select().from(regions).orderBy(regions.code);
  const attested = await keepDemoProgrammes(store);
  const course = await findOnlineCourse(store);

  const places = placesTakingPart(regionRows, random);
  const begunAt = jstInstant(`${jstDates(at).fiscalYear - (YEARS - 1)}-04-01`);
  const groupPlaces = placesOfGroup(regionRows, places);
  const hosting = [...new Set([...places, ...groupPlaces])];
  const shakyo = makeShakyo(begunAt);
  const hosts = [...makeHosts(regionRows, hosting, begunAt), shakyo];
  const hostNames = new Map(hosting.map(({ region }) => [region.code, region.name]));
  const { group, members } = makeGroup(groupPlaces, begunAt);

  const trained = [
    ...makeTrainedPeople({ places, howMany: TRAINED_PEOPLE, random, at }),
    ...makeTrainedPeople({
      places: groupPlaces,
      howMany: GROUP_PEOPLE,
      random: makeRandom(DEMO_SEED + 1),
      at,
    }),
  ];
  const persons = trained.map((person, i) => ({
    ...makePersonRow(person, random),
    number: demoNumber(i),
  }));
  const signIns = await makeSignIns({ firstNumber: persons.length, random, at });
  const learner = makeLearnerHistory(signIns.persons[0]!, { course, random, at });
  const held = trained.flatMap(({ completed }, i) =>
    completed.map((one) =>
      makeCompletionRow(one, { person: persons[i]!, course, hostNames, random }),
    ),
  );
  const completionRows = [learner.completion, ...withShakyo(held, shakyo)].sort(
    (a, b) => a.completedAt.getTime() - b.completedAt.getTime(),
  );
  const learning = course
    ? makeLearning(places, course, random, at)
    : { persons: [], underWay: [] };
  const finished = course ? makeFinishedEnrolments(completionRows, course, random) : [];
  const everybody = [
    ...persons,
    ...signIns.persons,
    ...numbered(learning.persons, persons.length + signIns.persons.length),
  ];
  const issued = makeCertificates({
    completionRows,
    personOf: new Map(everybody.map((person) => [person.id, person])),
    hosts: new Map(hosts.map((host) => [host.id, host])),
    always: learner.completion.id,
    course,
    attested,
    random,
  });

  await insertRows(store, organisations, hosts);
  await insertRows(store, regionGroups, [group]);
  await insertRows(store, regionGroupMembers, members);
  const listed = makeListedPeople(everybody, completionRows, everybody.length);
  await insertRows(store, people, [...listed.persons, ...listed.again]);
  await insertRows(store, consents, listed.consents);
  await insertRows(store, passwords, signIns.secrets);
  await insertRows(store, roleGrants, signIns.grants);
  await insertRows(store, completions, [...completionRows, ...listed.completions]);
  await insertRows(store, enrolments, [
    ...finished,
    ...learning.underWay,
    ...(learner.enrolment ? [learner.enrolment] : []),
  ]);
  await insertRows(store, lessonProgress, learner.steps);
  await insertRows(store, directoryEntries, makeDemoWindows(at));
  await insertRows(store, certificates, issued.rows);
  await insertRows(store, certificateSeries, issued.series);
  if (course) {
    await insertRows(
      store,
      optionTallies,
      await makeTallies(store, course.id, finished.length, random),
    );
  }
  await store.tx(async (db) => {
    await rebuildCounts(db);
    const on = { value: 'on', changedAt: at };
    await db
      .insert(settings)
      .values({ key: 'demo', ...on })
      .onConflictDoUpdate({ target: settings.key, set: on });
  });
}

function numbered<T extends { registeredAt?: Date | null }>(
  persons: T[],
  first: number,
): (T & { number?: string })[] {
  return persons.map((person, i) =>
    person.registeredAt ? { ...person, number: demoNumber(first + i) } : person,
  );
}

/** Programmes whose files are missing are still counted by. Says what is attested and in which words. */
async function keepDemoProgrammes(store: Store): Promise<Map<string, Attested>> {
  const known = await store.read.select().from(programmes);
  const titles = new Map(known.map(({ code, title }) => [code, title]));
  await store.tx(async (db) => {
    for (const [i, programme] of DEMO_PROGRAMMES.entries()) {
      if (!titles.has(programme.code)) await keepProgramme(db, { ...programme, position: 100 + i });
    }
  });
  const attests = DEMO_PROGRAMMES.filter(({ family }) => family !== 'tsunagari');
  return new Map(
    attests.map(({ code, family, title }) => [
      code,
      {
        title: family === 'kokoro' ? '認定証' : '修了証',
        courseTitle: titles.get(code) ?? title,
        body: 'あなたは、標記の講座を修了されました。ここにその証としてこれを贈ります。',
      },
    ]),
  );
}

async function findOnlineCourse(store: Store): Promise<OnlineCourse | null> {
  const [row] = await store.read
    .select({
      id: courses.id,
      versionId: courseVersions.id,
      versionNumber: courseVersions.number,
      outline: courseVersions.outline,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .where(eq(courses.programmeCode, FIRST_STEP))
    .orderBy(courses.slug)
    .limit(1);
  if (!row) return null;
  const { outline, ...course } = row;
  return { ...course, minutes: outline.minutes, lessonIds: outline.lessons.map(({ id }) => id) };
}
