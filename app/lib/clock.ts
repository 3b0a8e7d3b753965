import type { Edition } from './edition';

/** The present moment. The only place that asks the machine for it. */
export function now(): Date {
  return new Date();
}

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** A JST wall-clock day YYYY-MM-DD. */
export type Day = string;

/** Day (YYYY-MM-DD), month (YYYY-MM) and fiscal year of an instant, on Japan's clock. The fiscal year runs from 1 April to 31 March. */
export function jstDates(at: Date): { day: Day; month: string; fiscalYear: number } {
  const day = new Date(at.getTime() + JST_OFFSET_MS).toISOString().slice(0, 10);
  return { day, month: day.slice(0, 7), fiscalYear: fiscalYearOf(day) };
}

/** Fiscal year of a JST day or month (YYYY-MM-DD or YYYY-MM). */
export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The instant at which a JST wall-clock time begins, e.g. ("2026-04-01", "00:00:00"). */
export function jstInstant(day: Day, time = '00:00:00'): Date {
  return new Date(`${day}T${time}+09:00`);
}

/** "2026-04-01" → "2026-03-31" */
export function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** "2026-04-01", 30 → "2026-05-01" */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The last day of a term of so many months that begins on `day`: the day before the same day of the month,
 * or the last day of a month that has no such day. ("2026-11-21", 12) → "2027-11-20"
 */
export function lastDayOfTerm(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const same = new Date(Date.UTC(year, month - 1 + months, date));
  const isSameDay = same.getUTCDate() === date;
  same.setUTCDate(isSameDay ? date - 1 : 0);
  return same.toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of a month that has no such day. ("2026-08-31", 3) → "2026-11-30" */
export function sameDayAfter(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const same = new Date(Date.UTC(year, month - 1 + months, date));
  if (same.getUTCDate() !== date) same.setUTCDate(0);
  return same.toISOString().slice(0, 10);
}

/** The same day of the month so many months before, or the last day of a month that has no such day. ("2026-05-31", 3) → "2026-02-28" */
export function dayMonthsBefore(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const before = new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth)));
  return before.toISOString().slice(0, 10);
}

/** The twelve months YYYY-MM of a fiscal year, April first. */
export function monthsOfFiscalYear(fiscalYear: number): string[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 3) % 12) + 1;
    const year = i < 9 ? fiscalYear : fiscalYear + 1;
    return `${year}-${String(month).padStart(2, '0')}`;
  });
}

const eraFormat = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'Asia/Tokyo',
  era: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
});

/** "令和8年", "平成31年", "令和元年": the era year that holds on that JST day. */
export function eraYear(day: Day): string {
  return eraFormat.format(jstInstant(day, '12:00:00'));
}

const englishDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** "令和8年（2026年）11月21日"; in simple words "2026年11月21日", in English "21 November 2026". */
export function formatDay(day: Day, edition: Edition | null = null): string {
  if (edition === 'en') return englishDay.format(jstInstant(day, '12:00:00'));
  const [year, month, date] = day.split('-').map(Number);
  if (edition === 'easy') return `${year}年${month}月${date}日`;
  return `${eraYear(day)}（${year}年）${month}月${date}日`;
}

/** "令和8年度（2026年度）". 2019 is 令和元年度, as offices write it, although April 2019 was still 平成. */
export function formatFiscalYear(fiscalYear: number): string {
  const era = fiscalYear === 2019 ? '令和元年' : eraYear(`${fiscalYear}-04-01`);
  return `${era}度（${fiscalYear}年度）`;
}

/** "10:42", on Japan's clock. */
export function formatTime(at: Date): string {
  return timeFormat.format(at);
}
