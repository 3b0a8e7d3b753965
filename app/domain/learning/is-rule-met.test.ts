import { expect, test } from 'vitest';
import { isRuleMet } from './is-rule-met';

const lessons = [
  { id: 'read', hasQuiz: false },
  { id: 'asked', hasQuiz: true },
];
const facts = { lessons, doneLessonIds: ['read'], bestShares: { asked: 1 }, rightShare: 0.6 };

test.each([
  { right: 2, of: 5, met: false },
  { right: 3, of: 5, met: true },
  { right: 5, of: 5, met: true },
  { right: 6, of: 10, met: true },
  { right: 2, of: 3, met: true },
  { right: 1, of: 2, met: false },
])('with 60 % asked for, $right of $of right: $met', ({ right, of, met }) => {
  expect(isRuleMet({ ...facts, bestShares: { asked: right / of } })).toBe(met);
});

test('with a share of zero, answering is enough, and not answering is not', () => {
  expect(isRuleMet({ ...facts, rightShare: 0, bestShares: { asked: 0 } })).toBe(true);
  expect(isRuleMet({ ...facts, rightShare: 0, bestShares: {} })).toBe(false);
});

test('a lesson without a quiz is done only when the learner said so', () => {
  expect(isRuleMet({ ...facts, doneLessonIds: [] })).toBe(false);
});

test('a lesson that has a quiz is not done before it is answered', () => {
  expect(isRuleMet({ ...facts, bestShares: {} })).toBe(false);
});

test('a lesson done once stays done when a new version asks questions in it, or harder ones', () => {
  const doneBefore = { ...facts, doneLessonIds: ['read', 'asked'] };
  expect(isRuleMet({ ...doneBefore, bestShares: {} })).toBe(true);
  expect(isRuleMet({ ...doneBefore, bestShares: { asked: 0.2 } })).toBe(true);
  expect(isRuleMet({ ...doneBefore, bestShares: {}, rightShare: 1 })).toBe(true);
});

test('a lesson that loses its questions stays done for who answered them, and not for who fell short', () => {
  const without = lessons.map((lesson) => ({ ...lesson, hasQuiz: false }));
  const answered = { ...facts, lessons: without, doneLessonIds: ['read', 'asked'] };
  expect(isRuleMet(answered)).toBe(true);
  expect(isRuleMet({ ...answered, doneLessonIds: ['read'] })).toBe(false);
});

test('a lesson that a new version adds is still to be done', () => {
  const more = [...lessons, { id: 'added', hasQuiz: false }];
  expect(isRuleMet({ ...facts, lessons: more })).toBe(false);
});

test('lessons of another version count for nothing', () => {
  expect(isRuleMet({ ...facts, doneLessonIds: ['gone'], bestShares: { gone: 1 } })).toBe(false);
});

test('a course without lessons is never finished', () => {
  expect(isRuleMet({ ...facts, lessons: [] })).toBe(false);
});
