import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  answers,
  attempts,
  completions,
  continueCodes,
  enrolments,
  lessonProgress,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import {
  AT,
  makeCourse,
  makeEnrolment,
  makeGuest,
  makePerson,
  makeRegion,
} from '../../tests/factories';
import { openTestStore } from '../../tests/test-store';
import { claimLearning } from './claim-learning.server';

const SECRETS = { secret: 'n'.repeat(40), olderSecrets: [] };
const minute = (n: number) => new Date(AT.getTime() + n * 60_000);

const programmes = [
  {
    code: 'gatekeeper-first-step',
    title: 'ゲートキーパー はじめの一歩',
    minutes: 30,
    parts: [],
    completion: { rightShare: 0.6 },
    live: { required: false },
    attests: null,
  },
];

async function setUp() {
  const store = openTestStore();
  const db = store.read;
  await makeRegion(db, { code: '270008', kind: 'prefecture', name: '大阪府', searchKey: '' });
  await makeRegion(db);
  const course = await makeCourse(db, { id: 'course-a' });
  const guest = await makeGuest(db, { id: 'guest' });
  const person = await makePerson(db, { id: 'person' });
  const claim = () =>
    claimLearning(
      { store, ...SECRETS },
      {
        fromPersonId: guest.id,
        toPersonId: person.id,
        programmes,
        at: minute(100),
      },
    );
  return { store, db, courseId: course.id, claim };
}

type Attempt = typeof attempts.$inferInsert;

async function makeAttempt(db: Db, over: Partial<Attempt> & { id: string; enrolmentId: string }) {
  await db.insert(attempts).values({
    personId: over.enrolmentId.startsWith('g') ? 'guest' : 'person',
    courseId: 'course-a',
    lessonId: 'course-a-koe',
    versionId: 'course-a-v1',
    quizHash: 'quiz-1',
    number: 1,
    startedAt: AT,
    questionCount: 2,
    ...over,
  });
}

const submitted = (correctCount: number) => ({ submittedAt: minute(1), correctCount });

test('a course begun without an account moves as it is, with its attempts', async () => {
  const { db, courseId, claim } = await setUp();
  await makeEnrolment(db, { id: 'g1', personId: 'guest', courseId });
  await makeAttempt(db, { id: 'a1', enrolmentId: 'g1', ...submitted(1) });
  const code = { codeHash: 'code', personId: 'guest', createdAt: AT, expiresAt: minute(500) };
  await db.insert(continueCodes).values(code);
  expect(await claim()).toBe(1);
  expect(await db.select().from(enrolments)).toMatchObject([{ id: 'g1', personId: 'person' }]);
  expect(await db.select().from(attempts)).toMatchObject([{ id: 'a1', personId: 'person' }]);
  expect(await db.select().from(continueCodes)).toMatchObject([{ endedAt: minute(100) }]);
});

test('the same course on both sides becomes one: attempts numbered on, lessons at their earliest', async () => {
  const { db, courseId, claim } = await setUp();
  const mine = { id: 'p1', personId: 'person', courseId, startedAt: minute(5) };
  await makeEnrolment(db, { ...mine, lastSeenAt: minute(30), lastLessonId: 'course-a-koe' });
  await makeEnrolment(db, { id: 'g1', personId: 'guest', courseId, lastSeenAt: minute(20) });
  await makeAttempt(db, { id: 'p-1', enrolmentId: 'p1', number: 1, ...submitted(0) });
  await makeAttempt(db, { id: 'p-2', enrolmentId: 'p1', number: 2 });
  await makeAttempt(db, { id: 'g-1', enrolmentId: 'g1', number: 1, ...submitted(2) });
  await makeAttempt(db, { id: 'g-2', enrolmentId: 'g1', number: 2, ...submitted(1) });
  const progress = { versionId: 'course-a-v1', openedAt: AT };
  const koe = { ...progress, lessonId: 'course-a-koe' };
  await db.insert(lessonProgress).values([
    { ...koe, enrolmentId: 'p1', openedAt: minute(6), doneAt: minute(9) },
    { ...koe, enrolmentId: 'g1', doneAt: minute(8) },
    { ...progress, enrolmentId: 'g1', lessonId: 'course-a-kizuku' },
  ]);

  expect(await claim()).toBe(1);
  const rows = await db.select().from(attempts).orderBy(attempts.number);
  expect(rows.map(({ id, number, enrolmentId }) => [id, number, enrolmentId])).toEqual([
    ['p-1', 1, 'p1'],
    ['p-2', 2, 'p1'],
    ['g-1', 3, 'p1'],
    ['g-2', 4, 'p1'],
  ]);
  expect(await db.select().from(enrolments)).toMatchObject([
    { id: 'p1', startedAt: AT, lastSeenAt: minute(30), lastLessonId: 'course-a-koe' },
  ]);
  const lessons = await db.select().from(lessonProgress).orderBy(lessonProgress.lessonId);
  expect(lessons).toMatchObject([
    { enrolmentId: 'p1', lessonId: 'course-a-kizuku', doneAt: null },
    { enrolmentId: 'p1', lessonId: 'course-a-koe', openedAt: AT, doneAt: minute(8) },
  ]);
  expect(await claim()).toBe(0);
});

test('two attempts under way at one quiz come together, the newest choice for each question', async () => {
  const { db, courseId, claim } = await setUp();
  await makeEnrolment(db, { id: 'p1', personId: 'person', courseId });
  await makeEnrolment(db, { id: 'g1', personId: 'guest', courseId });
  await makeAttempt(db, { id: 'p-1', enrolmentId: 'p1' });
  await makeAttempt(db, { id: 'g-1', enrolmentId: 'g1' });
  const answer = (attemptId: string, questionId: string, choice: string, at: Date) => ({
    attemptId,
    questionId,
    response: [choice],
    answeredAt: at,
    savedAt: at,
  });
  await db
    .insert(answers)
    .values([
      answer('p-1', 'q1', 'old', minute(1)),
      answer('p-1', 'q2', 'new', minute(4)),
      answer('g-1', 'q1', 'new', minute(2)),
      answer('g-1', 'q2', 'old', minute(3)),
      answer('g-1', 'q3', 'only', minute(3)),
    ]);
  await claim();
  expect(await db.select().from(attempts)).toMatchObject([{ id: 'p-1', number: 1 }]);
  const kept = await db.select().from(answers).orderBy(answers.questionId);
  expect(kept.map(({ questionId, response }) => [questionId, response[0]])).toEqual([
    ['q1', 'new'],
    ['q2', 'new'],
    ['q3', 'only'],
  ]);
});

test('under way at two versions of a quiz, the attempt begun later is kept', async () => {
  const { db, courseId, claim } = await setUp();
  await makeEnrolment(db, { id: 'p1', personId: 'person', courseId });
  await makeEnrolment(db, { id: 'g1', personId: 'guest', courseId });
  await makeAttempt(db, { id: 'p-1', enrolmentId: 'p1' });
  const newer = { quizHash: 'quiz-2', startedAt: minute(3) };
  await makeAttempt(db, { id: 'g-1', enrolmentId: 'g1', ...newer });
  await claim();
  expect(await db.select().from(attempts)).toMatchObject([{ id: 'g-1', enrolmentId: 'p1' }]);
});

test('what is finished only when both are taken together is completed once', async () => {
  const { store, db, courseId, claim } = await setUp();
  await makeEnrolment(db, { id: 'p1', personId: 'person', courseId });
  await makeEnrolment(db, { id: 'g1', personId: 'guest', courseId });
  const done = { versionId: 'course-a-v1', openedAt: AT, doneAt: minute(2) };
  await db.insert(lessonProgress).values([
    { ...done, enrolmentId: 'p1', lessonId: 'course-a-kizuku' },
    { ...done, enrolmentId: 'g1', lessonId: 'course-a-koe' },
  ]);
  const kizuku = { lessonId: 'course-a-kizuku', ...submitted(2) };
  await makeAttempt(db, { id: 'p-1', enrolmentId: 'p1', ...kizuku });
  await makeAttempt(db, { id: 'g-1', enrolmentId: 'g1', ...submitted(2) });
  expect(await db.select().from(completions)).toEqual([]);
  await Promise.all([claim(), claim()]);
  const rows = await store.read.select().from(completions);
  expect(rows).toMatchObject([{ personId: 'person', completedAt: minute(2) }]);
});

test('nothing is taken from somebody who has an account', async () => {
  const { store, db, courseId } = await setUp();
  const other = await makePerson(db, { id: 'other', number: '999999999999' });
  await makeEnrolment(db, { personId: other.id, courseId });
  const input = { fromPersonId: 'other', toPersonId: 'person', programmes, at: AT };
  expect(await claimLearning({ store, ...SECRETS }, input)).toBe(0);
  const rows = await db.select().from(enrolments).where(eq(enrolments.personId, 'other'));
  expect(rows).toHaveLength(1);
});
