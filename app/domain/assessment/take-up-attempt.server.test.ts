import { beforeEach, expect, test } from 'vitest';
import { answers, attemptAliases, attempts } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeCourse, makeEnrolment, makeGuest } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { eraseAttempts } from './erase-attempts.server';
import { findAttempt } from './find-attempt.server';
import { moveAttempts } from './move-attempts.server';
import { saveAnswer } from './save-answer.server';
import { submitAttempt } from './submit-attempt.server';
import { takeUpAttempt, type TakeUpAttempt } from './take-up-attempt.server';

const [ONE, TWO, THREE] = ['1', '2', '3'].map((digit) => `${digit}0000000-0000-4000-8000-0`) as [
  string,
  string,
  string,
];
let store: Store;
let courseId: string;

beforeEach(async () => {
  store = openTestStore();
  courseId = (await makeCourse(store.read)).id;
});

async function newLearner() {
  const { id: personId } = await makeGuest(store.read);
  const { id: enrolmentId } = await makeEnrolment(store.read, { personId, courseId });
  return { personId, enrolmentId };
}
type Learner = Awaited<ReturnType<typeof newLearner>>;

const takeUp = (id: string, learner: Learner, over: Partial<TakeUpAttempt> = {}) =>
  store.tx((db) =>
    takeUpAttempt(db, {
      id,
      ...learner,
      courseId,
      lessonId: 'l1',
      versionId: 'v1',
      quizHash: 'quiz',
      questionCount: 1,
      at: AT,
      ...over,
    }),
  );
const save = (attemptId: string, { personId }: Learner, option: string, answeredAt = AT) =>
  store.tx((db) =>
    saveAnswer(db, {
      ...{ attemptId, personId, questionId: 'q1', response: [option], answeredAt },
      at: answeredAt,
    }),
  );
const submit = (attemptId: string, { personId }: Learner) =>
  store.tx((db) =>
    submitAttempt(db, {
      ...{ attemptId, personId, at: AT },
      questions: [{ id: 'q1', ordered: false }],
      grade: () => ({ q1: true }),
    }),
  );

test('an attempt begins under the id of the device, however often and at once it is asked for', async () => {
  const learner = await newLearner();
  const taken = await Promise.all([takeUp(ONE, learner), takeUp(ONE, learner)]);
  expect(taken.map((attempt) => attempt?.id)).toEqual([ONE, ONE]);
  expect(await store.read.select().from(attempts)).toHaveLength(1);
});

test('where one is open the id becomes its other name, and what comes under either is together', async () => {
  const learner = await newLearner();
  await takeUp(ONE, learner);
  expect((await takeUp(TWO, learner))?.id).toBe(ONE);
  await save(TWO, learner, 'a');
  await save(ONE, learner, 'b', new Date(AT.getTime() + 1000));
  const held = await store.read.select().from(answers);
  expect(held.map(({ attemptId, response }) => [attemptId, response])).toEqual([[ONE, ['b']]]);
  expect(await submit(TWO, learner)).toMatchObject({ ok: true });
  expect(await submit(ONE, learner)).toMatchObject({ ok: true });
});

test('an id that arrives after the open one was handed in begins another attempt', async () => {
  const learner = await newLearner();
  await takeUp(ONE, learner);
  await save(ONE, learner, 'a');
  await submit(ONE, learner);
  expect(await takeUp(TWO, learner)).toMatchObject({ id: TWO, number: 2 });
});

test("nobody takes over somebody else's id, be it an attempt's own or another name of one", async () => {
  const [ann, bea] = [await newLearner(), await newLearner()];
  await takeUp(ONE, ann);
  await takeUp(TWO, ann);
  expect(await takeUp(ONE, bea)).toBeNull();
  expect(await takeUp(TWO, bea)).toBeNull();
  expect(await save(TWO, bea, 'a')).toEqual({ ok: false, reason: 'unknown-attempt' });
});

test('only a machine gives one attempt a hundred names', async () => {
  const learner = await newLearner();
  await takeUp(ONE, learner);
  for (let i = 0; i < 100; i += 1) await takeUp(`name-${i}`, learner);
  expect(await takeUp('one-more', learner)).toBeNull();
  expect(await takeUp('name-7', learner)).toMatchObject({ id: ONE });
});

test('when two open attempts come together, a device that knows either id is heard', async () => {
  const [ann, bea] = [await newLearner(), await newLearner()];
  await takeUp(ONE, ann);
  await takeUp(TWO, bea);
  await takeUp(THREE, bea);
  await store.tx((db) =>
    moveAttempts(db, {
      fromEnrolmentId: bea.enrolmentId,
      toEnrolmentId: ann.enrolmentId,
      personId: ann.personId,
    }),
  );
  for (const attemptId of [ONE, TWO, THREE]) {
    const found = await findAttempt(store.read, { attemptId, personId: ann.personId });
    expect(found?.id).toBe(ONE);
  }
});

test('other names go with the attempt when a person is forgotten', async () => {
  const learner = await newLearner();
  await takeUp(ONE, learner);
  await takeUp(TWO, learner);
  await store.tx((db) => eraseAttempts(db, learner));
  expect(await store.read.select().from(attemptAliases)).toEqual([]);
});
