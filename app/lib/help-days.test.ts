import { expect, test } from 'vitest';
import { isShownOn, isStale, lacksPeriods } from './help-days';

const always = { validFrom: null, validUntil: null };
const WEEKS = [{ from: '2026-12-15', to: '2027-01-04' }];

test.each([
  ['2026-12-14', false],
  ['2026-12-15', true],
  ['2027-01-04', true],
  ['2027-01-05', false],
])('what is there for some weeks is shown from their first day to their last: %s', (day, shown) => {
  expect(isShownOn({ ...always, periods: WEEKS }, day)).toBe(shown);
});

test('with no week known it is shown to nobody, and somebody is told', () => {
  expect(isShownOn({ ...always, periods: [] }, '2026-12-20')).toBe(false);
  expect(lacksPeriods({ periods: [] }, '2026-12-20')).toBe(true);
  expect(lacksPeriods({ periods: WEEKS }, '2027-01-04')).toBe(false);
  expect(lacksPeriods({ periods: WEEKS }, '2027-01-05')).toBe(true);
  expect(lacksPeriods({ periods: null }, '2027-01-05')).toBe(false);
});

test('it is shown from its first valid day to its last', () => {
  const window = { validFrom: '2026-04-01', validUntil: '2027-03-31' };
  const days = ['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'];
  expect(days.map((day) => isShownOn(window, day))).toEqual([false, true, true, false]);
});

test('on the day its limit falls on it is still fresh, the day after it is stale', () => {
  const window = { lastChecked: '2026-11-01', checkEveryDays: 30 };
  expect(isStale(window, '2026-12-01')).toBe(false);
  expect(isStale(window, '2026-12-02')).toBe(true);
});
