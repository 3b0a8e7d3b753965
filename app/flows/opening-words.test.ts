import { expect, test } from 'vitest';
import { inLocale } from '~/in-locale.server';
import { jstInstant } from '~/lib/clock';
import type { OpeningHours, Weekday } from '~/lib/opening-hours';
import { hoursWords, openingNow } from './opening-words';

const EVERY: Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const over = (from: string, to: string, days = EVERY): OpeningHours => ({
  weekly: [{ days, from, to }],
  monthly: [],
  holidays: 'open',
});
const at = (time: string) => jstInstant('2026-11-20', `${time}:00`);

test.each([
  ['15:59', 'いまはお休みです。きょうは16時から'],
  ['16:00', 'いまひらいています（21時まで）'],
  ['20:59', 'いまひらいています（21時まで）'],
  ['21:00', 'いまはお休みです。あすは16時から'],
])('the state of the moment in words: %s', (time, words) => {
  expect(openingNow(over('16:00', '21:00'), at(time)).words).toBe(words);
});

test('over midnight, half hours, another weekday, and always', () => {
  expect(openingNow(over('22:00', '05:30'), at('23:59')).words).toBe(
    'いまひらいています（あすの5時30分まで）',
  );
  expect(openingNow(over('00:00', '24:00', [5]), at('23:59')).words).toBe(
    'いまひらいています（24時まで）',
  );
  expect(openingNow(over('09:00', '17:00', [1]), at('12:00')).words).toBe(
    'いまはお休みです。次は月曜日の9時から',
  );
  expect(openingNow(over('00:00', '24:00'), at('12:00')).words).toBe('24時間ひらいています');
});

test('hours of a week in words, and in English', () => {
  expect(hoursWords(over('09:00', '17:30', [1, 2, 3, 4, 5]))).toBe('平日 9時から17時30分');
  expect(hoursWords(over('00:00', '24:00'))).toBe('毎日 24時間');
  expect(hoursWords(over('10:00', '12:00', [2, 0]))).toBe('日曜日、火曜日 10時から12時');
  const english = inLocale('en', () => openingNow(over('16:00', '21:00'), at('20:59')).words);
  expect(english).toBe('Open now, until 21:00');
});
