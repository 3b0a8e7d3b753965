import { addDays, jstDates, type Day } from '~/lib/clock';
import { openingState, type OpeningHours, type Weekday } from '~/lib/opening-hours';
import * as m from '~/paraglide/messages';

const WEEKDAYS = [
  m.directory_weekday_0,
  m.directory_weekday_1,
  m.directory_weekday_2,
  m.directory_weekday_3,
  m.directory_weekday_4,
  m.directory_weekday_5,
  m.directory_weekday_6,
];
const WORKING_DAYS = '1,2,3,4,5';

type OpeningNow = { isOpen: boolean; words: string };

/** 「いまひらいています（21時まで）」「きょうは16時から」, as it is at that moment. */
export function openingNow(hours: OpeningHours, at: Date): OpeningNow {
  const state = openingState(hours, at);
  const today = jstDates(at).day;
  const tomorrow = addDays(today, 1);
  if (state.kind === 'always') return { isOpen: true, words: m.directory_open_always() };
  if (state.kind === 'open') {
    const { day, time } = state.until;
    const named = { day: weekdayWord(day), time: timeWord(time) };
    if (day === today) return { isOpen: true, words: m.directory_open_until(named) };
    return {
      isOpen: true,
      words:
        day === tomorrow
          ? m.directory_open_until_tomorrow(named)
          : m.directory_open_until_day(named),
    };
  }
  if (!state.next) return { isOpen: false, words: m.directory_closed() };
  const { day, time } = state.next;
  const named = { day: weekdayWord(day), time: timeWord(time) };
  if (day === today) return { isOpen: false, words: m.directory_opens_today(named) };
  if (day === tomorrow) return { isOpen: false, words: m.directory_opens_tomorrow(named) };
  return { isOpen: false, words: m.directory_opens_day(named) };
}

/** The hours of a week in words: 「平日 9時から17時」. */
export function hoursWords({ weekly }: OpeningHours): string {
  return weekly
    .map(({ days, from, to }) =>
      from === '00:00' && to === '24:00'
        ? m.directory_hours_whole({ days: daysWord(days) })
        : m.directory_hours_word({
            days: daysWord(days),
            from: timeWord(from),
            to: timeWord(to),
          }),
    )
    .join('、');
}

function daysWord(days: readonly Weekday[]): string {
  const sorted = [...days].sort();
  if (sorted.length === WEEKDAYS.length) return m.directory_days_every();
  if (sorted.join() === WORKING_DAYS) return m.directory_days_week();
  return sorted.map((day) => WEEKDAYS[day]!()).join('、');
}

function weekdayWord(day: Day): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!();
}

function timeWord(time: string): string {
  const [hour, minute] = time.split(':') as [string, string];
  const named = { hour: String(Number(hour)), minute };
  return minute === '00' ? m.directory_hour(named) : m.directory_hour_minute(named);
}
