import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { certificates, completions, enrolments, hostProgrammes } from '~/db/schema.server';
import type { Db, Store } from '~/db/store.server';
import {
  AT,
  makeCompletion,
  makeCourse,
  makeEnrolment,
  makeGuest,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { claimCompletions } from './claim-completions.server';
import type { ProgrammeRule } from './complete-course.server';
import { findOwnDecision } from './find-own-decision.server';
import { finishCourse } from './finish-course.server';

const CODE = 'gatekeeper-first-step';
const at = (day: string) => new Date(`${day}T12:00:00+09:00`);

/** One common course, and one of two electives. */
const programme: ProgrammeRule = {
  code: CODE,
  title: '見本の研修',
  minutes: 120,
  parts: [
    { name: '共通', minutes: 90, take: 'all', courses: ['common'] },
    { name: '選択', minutes: 30, take: 'one', courses: ['stress', 'work'] },
  ],
  completion: { rightShare: 0 },
  live: { required: false },
  attests: { title: '修了証', body: '学びを修められました。' },
};

async function setUp(person: 'registered' | 'guest' = 'registered') {
  const store = openTestStore();
  const learner = await store.tx(async (db) => {
    await makeRegion(db);
    await makeOrganisation(db, { id: 'sakai' });
    for (const id of ['common', 'stress', 'work']) await makeCourse(db, { id });
    return person === 'guest' ? await makeGuest(db) : await makePerson(db);
  });
  return { store, personId: learner.id };
}

type Place = { store: Store; personId: string };

/** Every lesson of the course done on that day, and asked whether that completes something. */
async function finish({ store, personId }: Place, courseId: string, day: string) {
  await store.tx(async (db) => {
    await makeEnrolment(db, { personId, courseId, finishedAt: at(day) });
  });
  return finishCourse(store, { personId, courseId, programme, at: at(day) });
}

const enrolled = ({ personId }: Place, courseId: string) => ({ personId, courseId });

const ask = ({ store, personId }: Place, courseId: string, rule = programme) =>
  finishCourse(store, { personId, courseId, programme: rule, at: at('2026-12-01') });

const decide = (store: Store, decided: Partial<typeof hostProgrammes.$inferInsert>) =>
  store.tx(async (db: Db) => {
    const row = { organisationId: 'sakai', programmeCode: CODE, updatedAt: at('2026-04-01') };
    await db.insert(hostProgrammes).values({ ...row, ...decided });
  });

test('the common course alone completes nothing; with an elective it does, on the day of the later one', async () => {
  const place = await setUp();
  expect(await finish(place, 'common', '2027-03-31')).toEqual({
    state: 'course-finished',
    finishedAt: at('2027-03-31'),
  });
  expect(await place.store.read.select().from(completions)).toEqual([]);
  expect(await finish(place, 'work', '2027-04-01')).toMatchObject({
    state: 'completed',
    finishedAt: at('2027-04-01'),
  });
  expect(await place.store.read.select().from(completions)).toMatchObject([
    { day: '2027-04-01', fiscalYear: 2027, courseId: 'work' },
  ]);
  expect(await place.store.read.select().from(certificates)).toMatchObject([
    { courseTitle: '見本の研修', minutes: 120, title: '修了証', expiresOn: null },
  ]);
});

test('where the host chose one elective, another does not complete the programme', async () => {
  const place = await setUp();
  await decide(place.store, { electiveCourseId: 'stress' });
  await finish(place, 'common', '2026-09-01');
  expect(await finish(place, 'work', '2026-09-02')).toMatchObject({ state: 'course-finished' });
  expect(await finish(place, 'stress', '2026-09-03')).toMatchObject({
    state: 'completed',
    finishedAt: at('2026-09-03'),
  });
});

test('a certificate bears the words and the end that its host decided, and keeps them', async () => {
  const place = await setUp();
  const { store } = place;
  const local = { localTitle: 'こころのサポーター養成講座', attestTitle: '認定証' };
  await decide(store, { ...local, validMonths: 36 });
  await finish(place, 'common', '2026-09-01');
  await finish(place, 'work', '2026-11-21');
  const words = {
    courseTitle: 'こころのサポーター養成講座',
    title: '認定証',
    programmeCode: CODE,
    expiresOn: '2029-11-20',
  };
  expect(await store.read.select().from(certificates)).toMatchObject([words]);
  await store.tx((db) => db.update(hostProgrammes).set({ localTitle: '別の名前', validMonths: 1 }));
  await finishCourse(store, {
    personId: place.personId,
    courseId: 'work',
    programme,
    at: at('2026-12-01'),
  });
  expect(await store.read.select().from(certificates)).toMatchObject([words]);
});

test('who has completed is told so, although her host chose another elective since', async () => {
  const place = await setUp();
  await finish(place, 'common', '2026-09-01');
  const done = await finish(place, 'work', '2026-09-02');
  await decide(place.store, { electiveCourseId: 'stress' });
  for (const courseId of ['common', 'work']) expect(await ask(place, courseId)).toEqual(done);
  expect(await finish(place, 'stress', '2026-11-03')).toEqual(done);
  expect(await place.store.read.select().from(completions)).toHaveLength(1);
});

test('who has completed is told so, although the programme asks for a part with a teacher since', async () => {
  const place = await setUp();
  await finish(place, 'common', '2026-09-01');
  const done = await finish(place, 'work', '2026-09-02');
  const live = { ...programme, live: { required: true } };
  expect(await ask(place, 'work', live)).toEqual(done);
  const other = await setUp();
  await finish(other, 'common', '2026-09-01');
  await other.store.tx((db) => makeEnrolment(db, { ...enrolled(other, 'work'), finishedAt: AT }));
  expect(await ask(other, 'work', live)).toMatchObject({ state: 'course-finished' });
});

test('who completed it in a hall is told so when she learns a part of it at home', async () => {
  const place = await setUp();
  await place.store.tx((db) =>
    makeCompletion(db, { personId: place.personId, programmeCode: CODE, courseId: null }),
  );
  expect(await finish(place, 'common', '2026-09-20')).toMatchObject({ state: 'completed' });
  expect(await place.store.read.select().from(certificates)).toEqual([]);
});

test('an elective that was chosen since belongs to the cycle in which it is learned', async () => {
  const place = await setUp();
  const { store } = place;
  await finish(place, 'common', '2026-09-01');
  await finish(place, 'work', '2026-09-02');
  await decide(store, { electiveCourseId: 'stress' });
  const renewed = { cycle: 2, cycleBegunAt: at('2029-09-01') };
  await store.tx((db) => db.update(enrolments).set({ ...renewed, finishedAt: null }));
  await store.tx((db) =>
    db
      .update(enrolments)
      .set({ finishedAt: at('2029-09-02') })
      .where(eq(enrolments.courseId, 'common')),
  );
  expect(await ask(place, 'common')).toMatchObject({ state: 'course-finished' });
  expect(await finish(place, 'stress', '2029-09-03')).toMatchObject({ state: 'completed' });
  const rows = await store.read.select().from(completions);
  expect(rows.map(({ cycle, day }) => [cycle, day])).toEqual([
    [1, '2026-09-02'],
    [2, '2029-09-03'],
  ]);
});

test('the host she enrolled under decides for all parts, on the screen as for the completion', async () => {
  const place = await setUp();
  const { store, personId } = place;
  await store.tx((db) => makeOrganisation(db, { id: 'npo', kind: 'npo', name: 'みまもりの会' }));
  await decide(store, { electiveCourseId: 'work' });
  await decide(store, { organisationId: 'npo', electiveCourseId: 'stress' });
  const shown = () =>
    findOwnDecision(store.read, { personId, programmeCode: CODE, at: at('2026-09-04') });
  expect(await shown()).toMatchObject({ hostName: '堺市', electiveCourseId: 'work' });
  await store.tx((db) =>
    makeEnrolment(db, {
      ...enrolled(place, 'common'),
      organisationId: 'npo',
      finishedAt: at('2026-09-01'),
    }),
  );
  expect(await shown()).toMatchObject({ hostName: 'みまもりの会', electiveCourseId: 'stress' });
  expect(await finish(place, 'work', '2026-09-02')).toMatchObject({ state: 'course-finished' });
  expect(await finish(place, 'stress', '2026-09-03')).toMatchObject({ state: 'completed' });
  expect(await store.read.select().from(completions)).toMatchObject([{ hostName: 'みまもりの会' }]);
});

test('of two hosts the one of the course begun last decides; a guest who enrolled under one is told the same', async () => {
  const place = await setUp('guest');
  const { store, personId } = place;
  for (const [id, startedAt, courseId] of [
    ['school', '2026-09-02', 'common'],
    ['npo', '2026-09-01', 'work'],
  ] as const) {
    await store.tx((db) => makeOrganisation(db, { id, kind: 'npo', name: id }));
    await decide(store, { organisationId: id, electiveCourseId: id === 'npo' ? 'work' : 'stress' });
    await store.tx((db) =>
      makeEnrolment(db, {
        ...enrolled(place, courseId),
        organisationId: id,
        startedAt: at(startedAt),
        finishedAt: at('2026-09-03'),
      }),
    );
  }
  const shown = { personId, programmeCode: CODE, at: at('2026-09-04') };
  expect(await findOwnDecision(store.read, shown)).toMatchObject({ hostName: 'school' });
  expect(await ask(place, 'work')).toMatchObject({ state: 'course-finished' });
  expect(await finish(place, 'stress', '2026-09-04')).toMatchObject({ state: 'needs-account' });
  expect(await findOwnDecision(store.read, { ...shown, personId: null })).toBeNull();
});

test('what another host decided does not count', async () => {
  const place = await setUp();
  await place.store.tx((db) => makeOrganisation(db, { id: 'tottori', areaCode: '312011' }));
  await decide(place.store, { organisationId: 'tottori', electiveCourseId: 'stress' });
  await finish(place, 'common', '2026-09-01');
  expect(await finish(place, 'work', '2026-09-02')).toMatchObject({ state: 'completed' });
});

test('a guest who finished both parts is completed when she has an account, on the day of the later part', async () => {
  const place = await setUp('guest');
  const { store, personId } = place;
  await finish(place, 'work', '2026-09-05');
  expect(await finish(place, 'common', '2026-09-09')).toEqual({
    state: 'needs-account',
    finishedAt: at('2026-09-09'),
  });
  const account = await store.tx(async (db) => {
    const person = await makePerson(db);
    await db
      .update(enrolments)
      .set({ personId: person.id })
      .where(eq(enrolments.personId, personId));
    return person;
  });
  const input = { personId: account.id, programmes: [programme], at: at('2026-10-01') };
  expect(await claimCompletions(store, input)).toBeGreaterThan(0);
  expect(await store.read.select().from(completions)).toMatchObject([{ day: '2026-09-09' }]);
});

test('a course that its programme no longer names completes what it did', async () => {
  const place = await setUp();
  await place.store.tx((db) => makeCourse(db, { id: 'earlier' }));
  expect(await finish(place, 'earlier', '2026-09-05')).toMatchObject({ state: 'completed' });
});
