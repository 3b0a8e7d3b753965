import { expect, test } from 'vitest';
import type { Programme } from '~/content/library';
import {
  attempts,
  certificates,
  completions,
  enrolments,
  hostProgrammes,
} from '~/db/schema.server';
import {
  makeCourse,
  makeEnrolment,
  makeOrganisation,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { findStanding } from './find-standing.server';
import { finishCourse } from './finish-course.server';
import { findRenewalOf, renewProgramme } from './renew-programme.server';

const at = (day: string) => new Date(`${day}T12:00:00+09:00`);

const programme = {
  code: 'gatekeeper-first-step',
  title: 'ゲートキーパー はじめの一歩',
  minutes: 30,
  parts: [{ name: '全体', minutes: 30, take: 'all', courses: ['first'] }],
  completion: { rightShare: 0 },
  live: { required: false },
  attests: { title: '修了証', otherTitles: [], body: '' },
  renewal: { openMonthsBefore: 3, note: '' },
} as unknown as Programme;

/** Completed on 21 November 2026, for a year. */
async function setUp({ validMonths = 12 }: { validMonths?: number | null } = {}) {
  const store = openTestStore();
  const { personId, courseId, lessonIds } = await store.tx(async (db) => {
    await makeRegion(db);
    await makeOrganisation(db, { id: 'sakai' });
    const course = await makeCourse(db, { id: 'first' });
    const person = await makePerson(db);
    await db.insert(hostProgrammes).values({
      organisationId: 'sakai',
      programmeCode: programme.code,
      validMonths,
      updatedAt: at('2026-04-01'),
    });
    await makeEnrolment(db, {
      personId: person.id,
      courseId: course.id,
      finishedAt: at('2026-11-21'),
    });
    const lessonIds = course.version.outline.lessons.map(({ id }) => id);
    return { personId: person.id, courseId: course.id, lessonIds };
  });
  const finish = (day: string) =>
    finishCourse(store, { personId, courseId, programme, at: at(day) });
  await finish('2026-11-21');
  const [certificate] = await store.read.select().from(certificates);
  const own = (day: string) => ({ personId, certificate: certificate!, programme, at: at(day) });
  /** Every question of every lesson answered on that day. */
  async function learn(day: string) {
    const [enrolment] = await store.read.select().from(enrolments);
    await store.tx(async (db) => {
      for (const lessonId of lessonIds)
        await db.insert(attempts).values({
          id: `${lessonId}-${day}`,
          enrolmentId: enrolment!.id,
          personId,
          courseId,
          lessonId,
          versionId: enrolment!.versionId,
          quizHash: 'q',
          number: Number(day.replaceAll('-', '')),
          startedAt: at(day),
          submittedAt: at(day),
          correctCount: 1,
          questionCount: 2,
        });
    });
  }
  return { store, personId, finish, own, learn };
}

test('a certificate without an end cannot be renewed, nor one whose programme knows none', async () => {
  const { store, own } = await setUp({ validMonths: null });
  expect(await findRenewalOf(store.read, own('2030-01-01'))).toBeNull();
  const limited = await setUp();
  const without = { ...limited.own('2027-11-01'), programme: { ...programme, renewal: null } };
  expect(await findRenewalOf(limited.store.read, without)).toBeNull();
});

test.each([
  ['2027-08-19', 'later'],
  ['2027-08-20', 'open'],
  ['2027-11-20', 'open'],
  ['2027-11-21', 'open'],
])('a certificate that holds until 20 November 2027 is on %s %s', async (day, state) => {
  const { store, own } = await setUp();
  expect(await findRenewalOf(store.read, own(day))).toMatchObject({ state });
});

test('before its day nothing is begun anew', async () => {
  const { store, own } = await setUp();
  expect(await renewProgramme(store, own('2027-08-19'))).toBeNull();
  expect((await store.read.select().from(enrolments))[0]).toMatchObject({
    cycle: 1,
    finishedAt: at('2026-11-21'),
  });
});

test('what is learned anew gives a second completion and certificate; the first ones stand', async () => {
  const { store, personId, own, finish, learn } = await setUp();
  await learn('2026-11-20');
  expect(await renewProgramme(store, own('2027-09-01'))).toBe('first');
  const standing = await findStanding(store.read, {
    slug: 'first',
    personId,
    programmes: [programme],
  });
  expect(standing?.progress).toMatchObject({ doneIds: [], finished: false });
  expect(await finish('2027-09-01')).toEqual({ state: 'not-yet' });

  await learn('2027-09-02');
  expect(await finish('2027-09-02')).toMatchObject({ state: 'completed' });
  const rows = await store.read.select().from(completions);
  expect(rows.map(({ cycle, day }) => [cycle, day]).sort()).toEqual([
    [1, '2026-11-21'],
    [2, '2027-09-02'],
  ]);
  const issued = await store.read.select().from(certificates);
  expect(issued.map(({ cycle, expiresOn }) => [cycle, expiresOn]).sort()).toEqual([
    [1, '2027-11-20'],
    [2, '2028-09-01'],
  ]);
});

test('two clicks at once begin one cycle, and a renewed certificate is not renewed again', async () => {
  const { store, own, finish, learn } = await setUp();
  const asked = own('2027-09-01');
  const begun = await Promise.all([renewProgramme(store, asked), renewProgramme(store, asked)]);
  expect(begun).toEqual(['first', 'first']);
  await learn('2027-09-02');
  await finish('2027-09-02');
  expect(await renewProgramme(store, own('2027-10-01'))).toBe('first');
  expect((await store.read.select().from(enrolments)).map(({ cycle }) => cycle)).toEqual([2]);
  expect(await store.read.select().from(completions)).toHaveLength(2);
});
