import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answers, attempts, optionTallies } from '~/db/schema.server';
import { AT, makeCourse, makeEnrolment, makeGuest } from '../../../tests/factories';
import { openTestStore } from '../../../tests/test-store';
import { saveAnswer } from './save-answer.server';
import { startAttempt } from './start-attempt.server';
import { submitAttempt } from './submit-attempt.server';

const QUESTIONS = ['q1', 'q2'];
const at = (second: number) => new Date(AT.getTime() + second * 1000);

/** A choice made at `chosen` that reaches the server at its place in the list, perhaps more than once. */
const save = fc.record({
  kind: fc.constant('save' as const),
  question: fc.constantFrom(...QUESTIONS),
  option: fc.constantFrom('a', 'b', 'c'),
  chosen: fc.integer({ min: 0, max: 30 }),
  times: fc.integer({ min: 1, max: 3 }),
});
const submit = fc.record({
  kind: fc.constant('submit' as const),
  times: fc.integer({ min: 1, max: 3 }),
});

type Held = { option: string; chosen: number };

test('whatever two devices send in whatever order, the newest acknowledged choice stands and is graded once', async () => {
  const events = fc.array(
    fc.oneof({ arbitrary: save, weight: 5 }, { arbitrary: submit, weight: 1 }),
    {
      maxLength: 14,
    },
  );
  await fc.assert(
    fc.asyncProperty(events, async (list) => {
      const store = openTestStore();
      const { id: personId } = await makeGuest(store.read);
      const course = await makeCourse(store.read);
      const enrolment = await makeEnrolment(store.read, { personId, courseId: course.id });
      const { id: attemptId } = await store.tx((db) =>
        startAttempt(db, {
          enrolmentId: enrolment.id,
          personId,
          courseId: course.id,
          lessonId: 'l1',
          versionId: 'v1',
          quizHash: 'quiz',
          questionCount: QUESTIONS.length,
          at: AT,
        }),
      );
      const questions = QUESTIONS.map((id) => ({ id, ordered: false }));
      const expected = new Map<string, Held>();
      let submitted = false;

      for (const [second, event] of list.entries()) {
        const arrived = at(100 + second);
        const sends = Array.from({ length: event.times }, () =>
          event.kind === 'save'
            ? store.tx((db) =>
                saveAnswer(db, {
                  attemptId,
                  personId,
                  questionId: event.question,
                  response: [event.option],
                  answeredAt: at(event.chosen),
                  at: arrived,
                }),
              )
            : store.tx((db) =>
                submitAttempt(db, {
                  attemptId,
                  personId,
                  questions,
                  grade: (responses) =>
                    Object.fromEntries(QUESTIONS.map((id) => [id, responses[id]?.[0] === 'a'])),
                  at: arrived,
                }),
              ),
        );
        const said = await Promise.all(sends);
        if (event.kind === 'save') {
          const before = expected.get(event.question);
          const changesNothing =
            before && (before.chosen > event.chosen || before.option === event.option);
          expect(said.every(({ ok }) => ok === (!submitted || changesNothing))).toBe(true);
          if (!submitted && (!before || before.chosen <= event.chosen)) {
            expected.set(event.question, { option: event.option, chosen: event.chosen });
          }
        } else {
          submitted ||= expected.size === QUESTIONS.length;
          expect(said.every(({ ok }) => ok === submitted)).toBe(true);
        }
      }

      const kept = await store.read.select().from(answers);
      expect(new Map(kept.map((row) => [row.questionId, row.response[0]]))).toEqual(
        new Map([...expected].map(([id, { option }]) => [id, option])),
      );
      const rights = [...expected.values()].filter(({ option }) => option === 'a').length;
      const [attempt] = await store.read.select().from(attempts);
      expect(attempt?.correctCount ?? null).toBe(submitted ? rights : null);
      const counted = (await store.read.select().from(optionTallies)).filter(
        ({ optionId }) => optionId === '*',
      );
      expect(counted.map(({ chosen }) => chosen)).toEqual(submitted ? [1, 1] : []);
      store.close();
    }),
    { numRuns: 60 },
  );
});
