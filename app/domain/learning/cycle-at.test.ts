import { expect, test } from 'vitest';
import { cycleAt } from './cycle-at';

const day = (date: number) => new Date(Date.UTC(2026, 8, date));

test('the first cycle is under way until another has begun, and the other from that moment on', () => {
  const enrolments = [
    { cycle: 1, cycleBegunAt: null },
    { cycle: 3, cycleBegunAt: day(20) },
    { cycle: 2, cycleBegunAt: day(10) },
  ];
  expect([9, 10, 19, 20].map((date) => cycleAt(enrolments, day(date)))).toEqual([1, 2, 2, 3]);
  expect(cycleAt([], day(1))).toBe(1);
});
