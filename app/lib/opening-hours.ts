import { addDays, jstDates, jstInstant, type Day } from './clock';

/** Sunday is 0. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type OpeningHours = {
  /** From and to are HH:MM. A `to` that is not after `from` is on the next day; 00:00–24:00 is the whole day. */
  weekly: { days: Weekday[]; from: string; to: string }[];
  /** On that day of every month, from then on for so many hours. */
  monthly: { day: number; from: string; hours: number }[];
  /** Whether it is open on public holidays as on other days. Where nobody says so, the reader is told. */
  holidays: 'open' | 'unknown';
};

type OpeningState =
  | { kind: 'always' }
  | { kind: 'open'; until: { day: Day; time: string } }
  | { kind: 'closed'; next: { day: Day; time: string } | null };

type Span = { from: number; to: number };

const HOUR_MS = 60 * 60 * 1000;
const DAYS_BEFORE = 2;
const DAYS_AHEAD = 35;
/** Open without a gap for so long is always open. */
const ALWAYS_DAYS = 8;

/** Whether something is open at that moment, on Japan's clock, and until or from when. */
export function openingState(hours: OpeningHours, at: Date): OpeningState {
  const spans = spansAround(hours, at);
  const moment = at.getTime();
  const current = spans.find(({ from, to }) => from <= moment && moment < to);
  if (current) {
    const days = (current.to - moment) / (24 * HOUR_MS);
    return days >= ALWAYS_DAYS ? { kind: 'always' } : { kind: 'open', until: endOf(current.to) };
  }
  const next = spans.find(({ from }) => from > moment);
  return { kind: 'closed', next: next ? momentOf(next.from) : null };
}

/** Every time it is open from shortly before until some weeks ahead; what touches is one. */
function spansAround({ weekly, monthly }: OpeningHours, at: Date): Span[] {
  const spans: Span[] = [];
  let day = jstDates(new Date(at.getTime() - DAYS_BEFORE * 24 * HOUR_MS)).day;
  for (let i = 0; i < DAYS_BEFORE + DAYS_AHEAD; i++, day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday;
    for (const { days, from, to } of weekly) {
      if (!days.includes(weekday)) continue;
      const begins = instantOf(day, from);
      const ends = instantOf(day, to);
      spans.push({ from: begins, to: ends > begins ? ends : ends + 24 * HOUR_MS });
    }
    for (const one of monthly) {
      if (Number(day.slice(8)) !== one.day) continue;
      const begins = instantOf(day, one.from);
      spans.push({ from: begins, to: begins + one.hours * HOUR_MS });
    }
  }
  spans.sort((a, b) => a.from - b.from);
  return spans.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
    return joined;
  }, []);
}

/** Japan has no summer time, so 24:00 is 24 hours after midnight. */
function instantOf(day: Day, time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return jstInstant(day).getTime() + hour * HOUR_MS + minute * 60 * 1000;
}

function momentOf(instant: number): { day: Day; time: string } {
  const at = new Date(instant);
  const { day } = jstDates(at);
  const minutes = Math.round((instant - jstInstant(day).getTime()) / 60_000);
  return { day, time: timeOf(minutes) };
}

/** Midnight is the end of the day before, as people say it. */
function endOf(instant: number): { day: Day; time: string } {
  const found = momentOf(instant);
  return found.time === '00:00' ? { day: momentOf(instant - 1).day, time: '24:00' } : found;
}

function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
