import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { answers, attempts } from '~/db/schema.server';
import type { Store } from '~/db/store.server';
import { AT, makeCourse, makeEnrolment, makeGuest } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { findAttempts } from './find-attempts.server';
import { findBestAttempt } from './find-best-attempt.server';
import { findBestShares } from './find-best-shares.server';
import { findTallies } from './find-tallies.server';
import { saveAnswer } from './save-answer.server';
import { startAttempt, type StartAttempt } from './start-attempt.server';
import { submitAttempt } from './submit-attempt.server';

const after = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const key: Record<string, string> = { q1: 'a', q2: 'b' };
const questions = Object.keys(key).map((id) => ({ id, ordered: false }));
const grade = (responses: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(key).map(([id, right]) => [id, responses[id]?.[0] === right]));

let store: Store;
let input: StartAttempt;

beforeEach(async () => {
  store = openTestStore();
  const { id: personId } = await makeGuest(store.read);
  const course = await makeCourse(store.read);
  const enrolment = await makeEnrolment(store.read, { personId, courseId: course.id });
  input = {
    enrolmentId: enrolment.id,
    personId,
    courseId: course.id,
    lessonId: 'l1',
    versionId: course.version.id,
    quizHash: 'quiz',
    questionCount: 2,
    at: AT,
  };
});

const start = () => store.tx((db) => startAttempt(db, input));
function save(
  attemptId: string,
  questionId: string,
  option: string,
  answeredAt = AT,
  at = answeredAt,
) {
  const answer = { attemptId, personId: input.personId, questionId, response: [option] };
  return store.tx((db) => saveAnswer(db, { ...answer, answeredAt, at }));
}
function submit(attemptId: string, at = after(60), personId = input.personId) {
  return store.tx((db) => submitAttempt(db, { attemptId, personId, questions, grade, at }));
}
async function attemptWith(q1: string, q2: string) {
  const { id } = await start();
  await save(id, 'q1', q1);
  await save(id, 'q2', q2);
  return id;
}
const held = async (attemptId: string) =>
  Object.fromEntries(
    (await store.read.select().from(answers).where(eq(answers.attemptId, attemptId))).map((row) => [
      row.questionId,
      row.response,
    ]),
  );

test('two starts at once get the same attempt', async () => {
  const started = await Promise.all([start(), start()]);
  expect(started[0]).toEqual(started[1]);
  expect(started[0]).toMatchObject({ number: 1, submittedAt: null });
});

test('an answer is acknowledged with the time it was saved', async () => {
  const { id } = await start();
  expect(await save(id, 'q1', 'a', AT, after(3))).toEqual({
    ok: true,
    savedAt: after(3),
    held: ['a'],
  });
});

test('a newer choice takes the place of an older one', async () => {
  const { id } = await start();
  await save(id, 'q1', 'a', after(1));
  expect(await save(id, 'q1', 'b', after(2))).toMatchObject({ ok: true, held: ['b'] });
  expect(await held(id)).toEqual({ q1: ['b'] });
});

test('an older choice that arrives late is acknowledged and changes nothing', async () => {
  const { id } = await start();
  await save(id, 'q1', 'b', after(2));
  expect(await save(id, 'q1', 'a', after(1), after(9))).toEqual({
    ok: true,
    savedAt: after(2),
    held: ['b'],
  });
});

test('a choice said to lie ahead counts as made now', async () => {
  const { id } = await start();
  await save(id, 'q1', 'a', after(9999), after(1));
  expect(await save(id, 'q1', 'b', after(2))).toMatchObject({ held: ['b'] });
});

test('an attempt that is not there, or is of somebody else, takes no answer', async () => {
  const { id } = await start();
  const { id: other } = await makeGuest(store.read);
  const answer = { questionId: 'q1', response: ['a'], answeredAt: AT, at: AT };
  const refused = { ok: false, reason: 'unknown-attempt' };
  const asOther = { ...answer, attemptId: id, personId: other };
  expect(await store.tx((db) => saveAnswer(db, asOther))).toEqual(refused);
  expect(await save('nowhere', 'q1', 'a')).toEqual(refused);
  expect(await submit(id, AT, other)).toEqual(refused);
  expect(await held(id)).toEqual({});
});

test('what is unanswered is named, and nothing is closed', async () => {
  const { id } = await start();
  await save(id, 'q2', 'b');
  expect(await submit(id)).toEqual({ ok: false, reason: 'unanswered', questionIds: ['q1'] });
  expect(await save(id, 'q1', 'a')).toMatchObject({ ok: true });
});

test('submitting grades each answer and closes the attempt', async () => {
  const id = await attemptWith('a', 'a');
  expect(await submit(id)).toEqual({ ok: true, correctCount: 1, questionCount: 2 });
  const rows = await store.read.select().from(answers).orderBy(answers.questionId);
  expect(rows.map(({ correct }) => correct)).toEqual([true, false]);
  expect(await save(id, 'q1', 'b', after(99))).toEqual({ ok: false, reason: 'submitted' });
});

test('however often it is submitted, also at once, it is graded and counted once', async () => {
  const id = await attemptWith('a', 'b');
  const results = await Promise.all([submit(id), submit(id, after(61)), submit(id, after(62))]);
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  const [attempt] = await store.read.select().from(attempts);
  expect(attempt?.submittedAt).toEqual(after(60));
  const tallies = await findTallies(store.read, input);
  expect(Object.fromEntries(tallies.get('l1/q1')!)).toEqual({ '*': 1, '=': 1, a: 1 });
});

test('tallies add up over attempts; an order counts its answers, not its items', async () => {
  await submit(await attemptWith('a', 'b'));
  await submit(await attemptWith('b', 'b'));
  const { id } = await start();
  await save(id, 'q1', 'a');
  await save(id, 'q2', 'b');
  const ordered = questions.map((question) => ({ ...question, ordered: true }));
  const { personId } = input;
  await store.tx((db) =>
    submitAttempt(db, { attemptId: id, personId, questions: ordered, grade, at: AT }),
  );
  const tallies = await findTallies(store.read, input);
  expect(Object.fromEntries(tallies.get('l1/q1')!)).toEqual({ '*': 3, '=': 2, a: 1, b: 1 });
});

test('a question of the same name in another lesson is counted apart', async () => {
  await submit(await attemptWith('a', 'b'));
  input = { ...input, lessonId: 'l2' };
  await submit(await attemptWith('b', 'b'));
  const tallies = await findTallies(store.read, input);
  expect(Object.fromEntries(tallies.get('l2/q1')!)).toEqual({ '*': 1, b: 1 });
});

test('after submitting, another attempt starts; the best one counts, not the last, and all are kept', async () => {
  const first = await attemptWith('a', 'b');
  await submit(first);
  const second = await attemptWith('b', 'a');
  await submit(second);
  const all = await findAttempts(store.read, input);
  expect(all.map(({ number, correctCount }) => [number, correctCount])).toEqual([
    [1, 2],
    [2, 0],
  ]);
  expect((await findBestAttempt(store.read, input))?.id).toBe(first);
  expect(await findBestShares(store.read, input)).toEqual({ l1: 1 });
});

test('an open attempt has no share yet', async () => {
  await attemptWith('a', 'b');
  expect(await findBestShares(store.read, input)).toEqual({});
  expect(await findBestAttempt(store.read, input)).toBeNull();
});
