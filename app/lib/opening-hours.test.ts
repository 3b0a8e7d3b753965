import { expect, test } from 'vitest';
import { jstInstant } from './clock';
import { openingState, type OpeningHours, type Weekday } from './opening-hours';

const EVERY: Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const hours = (over: Partial<OpeningHours>): OpeningHours => ({
  weekly: [],
  monthly: [],
  holidays: 'unknown',
  ...over,
});
const evening = { days: EVERY, from: '16:00', to: '21:00' };
const at = (day: string, time: string) => jstInstant(day, `${time}:00`);
// A Thursday.
const DAY = '2026-11-19';

test.each([
  ['15:59', { kind: 'closed', next: { day: DAY, time: '16:00' } }],
  ['16:00', { kind: 'open', until: { day: DAY, time: '21:00' } }],
  ['20:59', { kind: 'open', until: { day: DAY, time: '21:00' } }],
  ['21:00', { kind: 'closed', next: { day: '2026-11-20', time: '16:00' } }],
])('from 16 to 21 it is open at 16:00 and closed at 21:00: %s', (time, state) => {
  expect(openingState(hours({ weekly: [evening] }), at(DAY, time))).toEqual(state);
});

test.each([
  [DAY, '21:59', { kind: 'closed', next: { day: DAY, time: '22:00' } }],
  [DAY, '23:59', { kind: 'open', until: { day: '2026-11-20', time: '05:00' } }],
  ['2026-11-20', '00:00', { kind: 'open', until: { day: '2026-11-20', time: '05:00' } }],
  ['2026-11-20', '04:59', { kind: 'open', until: { day: '2026-11-20', time: '05:00' } }],
  ['2026-11-20', '05:00', { kind: 'closed', next: { day: '2026-11-26', time: '22:00' } }],
])('a night of Thursday goes on over midnight: %s %s', (day, time, state) => {
  const night = { days: [4 as const], from: '22:00', to: '05:00' };
  expect(openingState(hours({ weekly: [night] }), at(day, time))).toEqual(state);
});

test('until midnight is the end of that day, and 24 hours of every day have no end', () => {
  const whole = (days: Weekday[]) =>
    openingState(hours({ weekly: [{ days, from: '00:00', to: '24:00' }] }), at(DAY, '23:59'));
  expect(whole([4])).toEqual({ kind: 'open', until: { day: DAY, time: '24:00' } });
  expect(whole(EVERY)).toEqual({ kind: 'always' });
  expect(whole([4, 5])).toEqual({ kind: 'open', until: { day: '2026-11-20', time: '24:00' } });
});

test.each([
  ['2026-11-10', '07:59', { kind: 'closed', next: { day: '2026-11-10', time: '08:00' } }],
  ['2026-11-10', '08:00', { kind: 'open', until: { day: '2026-11-11', time: '08:00' } }],
  ['2026-11-11', '07:59', { kind: 'open', until: { day: '2026-11-11', time: '08:00' } }],
  ['2026-11-11', '08:00', { kind: 'closed', next: { day: '2026-11-11', time: '16:00' } }],
  ['2026-11-09', '22:00', { kind: 'closed', next: { day: '2026-11-10', time: '08:00' } }],
])('the 10th of a month from 8 on is open for 24 hours: %s %s', (day, time, state) => {
  const monthly = [{ day: 10, from: '08:00', hours: 24 }];
  expect(openingState(hours({ weekly: [evening], monthly }), at(day, time))).toEqual(state);
});

test('a month without a 31st has no 31st', () => {
  const monthly = [{ day: 31, from: '08:00', hours: 1 }];
  expect(openingState(hours({ monthly }), at('2026-11-20', '08:30'))).toEqual({
    kind: 'closed',
    next: null,
  });
  expect(openingState(hours({ monthly }), at('2026-12-01', '00:00'))).toEqual({
    kind: 'closed',
    next: { day: '2026-12-31', time: '08:00' },
  });
});

test('what opens on weekdays is closed from Friday to Monday', () => {
  const weekly = [{ days: [1, 2, 3, 4, 5] as Weekday[], from: '09:00', to: '17:00' }];
  expect(openingState(hours({ weekly }), at('2026-11-20', '17:00'))).toEqual({
    kind: 'closed',
    next: { day: '2026-11-23', time: '09:00' },
  });
});
