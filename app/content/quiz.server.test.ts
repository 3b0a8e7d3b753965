import { expect, test } from 'vitest';
import {
  gradeQuestion,
  gradeQuiz,
  isValidResponse,
  keyOf,
  toPublicQuestion,
  type QuizQuestion,
} from './quiz.server';
import type { QuestionKind } from './question';

function question(kind: QuestionKind, options: Record<string, boolean>): QuizQuestion {
  return {
    id: `q-${kind}`,
    kind,
    scene: null,
    text: ['a'],
    feedback: ['key to all'],
    options: Object.entries(options).map(([id, right]) => ({
      id,
      text: [id],
      right,
      feedback: ['why'],
    })),
  };
}
const single = question('single', { a: true, b: false });
const several = question('multiple', { a: true, b: true, c: false });
const order = question('order', { x: false, y: false, z: false });

test('one choice is right when it is the right one', () => {
  expect(gradeQuestion(single, ['a'])).toBe(true);
  expect(gradeQuestion(single, ['b'])).toBe(false);
});

test('several choices are right only when exactly the right boxes are ticked', () => {
  expect(gradeQuestion(several, ['b', 'a'])).toBe(true);
  expect(gradeQuestion(several, ['a'])).toBe(false);
  expect(gradeQuestion(several, ['a', 'b', 'c'])).toBe(false);
});

test('an order is right only in its exact sequence', () => {
  expect(gradeQuestion(order, ['x', 'y', 'z'])).toBe(true);
  expect(gradeQuestion(order, ['x', 'z', 'y'])).toBe(false);
  expect(gradeQuestion(order, ['x', 'y'])).toBe(false);
});

test('a response must name known options once, and as many as the question takes', () => {
  expect(isValidResponse(single, [])).toBe(false);
  expect(isValidResponse(single, ['a', 'b'])).toBe(false);
  expect(isValidResponse(single, ['nobody'])).toBe(false);
  expect(isValidResponse(several, ['a', 'a'])).toBe(false);
  expect(isValidResponse(several, ['a', 'b', 'c'])).toBe(true);
  expect(isValidResponse(order, ['x', 'y', 'y'])).toBe(false);
  expect(isValidResponse(order, ['z', 'y', 'x'])).toBe(true);
});

test('a quiz counts what is right and takes a missing answer as not yet right', () => {
  const quiz = { lessonId: 'l', questions: [single, several, order] };
  const key = Object.fromEntries(quiz.questions.map((q) => [q.id, keyOf(q)]));
  expect(gradeQuiz(quiz, key)).toMatchObject({ total: 3, right: 3 });
  expect(gradeQuiz(quiz, { [single.id]: ['a'] })).toEqual({
    total: 3,
    right: 1,
    byQuestion: { 'q-single': true, 'q-multiple': false, 'q-order': false },
  });
});

test('what a learner sees holds neither key nor feedback', () => {
  const text = JSON.stringify([single, several, order].map((q) => toPublicQuestion(q, 'attempt')));
  expect(text).not.toMatch(/right|feedback|why|key to all/);
});

test('things to put in order are shuffled by the attempt: always alike for one, never in the right order', () => {
  const ids = (seed: string) =>
    toPublicQuestion(order, seed)
      .options.map(({ id }) => id)
      .join('');
  expect(ids('one')).toBe(ids('one'));
  const seen = new Set(Array.from({ length: 60 }, (_, i) => ids(`attempt ${i}`)));
  expect(seen.size).toBeGreaterThan(2);
  expect(seen.has('xyz')).toBe(false);
});
