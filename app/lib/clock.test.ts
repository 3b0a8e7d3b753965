import { expect, test } from 'vitest';
import {
  dayBefore,
  dayMonthsBefore,
  eraYear,
  fiscalYearOf,
  formatDay,
  formatFiscalYear,
  formatTime,
  jstDates,
  jstInstant,
  lastDayOfTerm,
  monthsOfFiscalYear,
  now,
} from './clock';

test('the last instant of March belongs to the old fiscal year, the first of April to the new', () => {
  expect(jstDates(new Date('2026-03-31T23:59:59.999+09:00'))).toEqual({
    day: '2026-03-31',
    month: '2026-03',
    fiscalYear: 2025,
  });
  expect(jstDates(new Date('2026-04-01T00:00:00.000+09:00'))).toEqual({
    day: '2026-04-01',
    month: '2026-04',
    fiscalYear: 2026,
  });
});

test('days and months change at midnight in Japan, not in Greenwich', () => {
  expect(jstDates(new Date('2026-10-31T14:59:59.999Z')).day).toBe('2026-10-31');
  expect(jstDates(new Date('2026-10-31T15:00:00.000Z'))).toMatchObject({
    day: '2026-11-01',
    month: '2026-11',
  });
  expect(jstDates(new Date('2026-12-31T15:00:00Z'))).toEqual({
    day: '2027-01-01',
    month: '2027-01',
    fiscalYear: 2026,
  });
  expect(jstDates(new Date('2028-02-28T15:00:00Z')).day).toBe('2028-02-29');
});

test('a fiscal year is told from a day or from a month', () => {
  expect([fiscalYearOf('2027-03-31'), fiscalYearOf('2027-03'), fiscalYearOf('2027-04')]).toEqual([
    2026, 2026, 2027,
  ]);
});

test('a wall-clock time of Japan is found as an instant', () => {
  expect(jstInstant('2026-04-01')).toEqual(new Date('2026-03-31T15:00:00Z'));
  expect(jstInstant('2026-04-01', '23:59:59')).toEqual(new Date('2026-04-01T14:59:59Z'));
});

test('a fiscal year has twelve months from April to March', () => {
  const months = monthsOfFiscalYear(2026);
  expect(months).toHaveLength(12);
  expect([months[0], months[8], months[9], months[11]]).toEqual([
    '2026-04',
    '2026-12',
    '2027-01',
    '2027-03',
  ]);
  expect(new Set(months.map((month) => fiscalYearOf(month)))).toEqual(new Set([2026]));
});

test('the era changed on 1 May 2019', () => {
  expect(formatDay('2019-04-30')).toBe('平成31年（2019年）4月30日');
  expect(formatDay('2019-05-01')).toBe('令和元年（2019年）5月1日');
  expect([eraYear('2019-12-31'), eraYear('2020-01-01'), eraYear('1989-01-07')]).toEqual([
    '令和元年',
    '令和2年',
    '昭和64年',
  ]);
  expect(formatDay('2026-11-21')).toBe('令和8年（2026年）11月21日');
  expect(formatDay('2026-11-21', 'easy')).toBe('2026年11月21日');
  expect(formatDay('2026-11-21', 'en')).toBe('21 November 2026');
});

test('fiscal years are named as offices write them', () => {
  expect([2018, 2019, 2020, 2026].map(formatFiscalYear)).toEqual([
    '平成30年度（2018年度）',
    '令和元年度（2019年度）',
    '令和2年度（2020年度）',
    '令和8年度（2026年度）',
  ]);
});

test('a time is told on the clock of Japan', () => {
  expect(formatTime(new Date('2026-11-21T01:42:00Z'))).toBe('10:42');
  expect(formatTime(new Date('2026-11-20T15:05:00Z'))).toBe('0:05');
  expect(formatTime(new Date('2026-11-20T14:59:59.999Z'))).toBe('23:59');
});

test('now is an instant', () => {
  expect(now()).toBeInstanceOf(Date);
});

test('the day before the first of a month is the last of the one before', () => {
  expect(dayBefore('2026-04-01')).toBe('2026-03-31');
  expect(dayBefore('2028-03-01')).toBe('2028-02-29');
  expect(dayBefore('2027-01-01')).toBe('2026-12-31');
});

test.each([
  ['2026-11-21', 12, '2027-11-20'],
  ['2026-04-01', 12, '2027-03-31'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-01', 36, '2029-02-28'],
])('a term from %s of %i months ends on %s', (day, months, end) => {
  expect(lastDayOfTerm(day, months)).toBe(end);
});

test.each([
  ['2029-11-20', 3, '2029-08-20'],
  ['2026-05-31', 3, '2026-02-28'],
  ['2028-05-31', 3, '2028-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
])('%s less %i months is %s', (day, months, before) => {
  expect(dayMonthsBefore(day, months)).toBe(before);
});
