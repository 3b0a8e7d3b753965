import { expect, test } from 'vitest';
import { sameDayAfter } from '~/lib/clock';
import { dueMail } from './due-mail';

const at = (text: string) => new Date(`${text}+09:00`);
const asked = (over = {}) => ({
  way: 'mail' as const,
  dueDay: '2026-11-30',
  reminders: 1,
  sentAt: null,
  remindedAt: null,
  stoppedAt: null,
  answeredAt: null,
  ...over,
});

test('three months after the last of August is the last of November', () => {
  expect(sameDayAfter('2026-08-31', 3)).toBe('2026-11-30');
  expect(sameDayAfter('2026-11-30', 3)).toBe('2027-02-28');
  expect(sameDayAfter('2027-11-30', 3)).toBe('2028-02-29');
  expect(sameDayAfter('2026-01-15', 3)).toBe('2026-04-15');
});

test('the first mail is due from its day on, also when a night was missed', () => {
  expect(dueMail(asked(), at('2026-11-29T23:59:59'))).toBeNull();
  expect(dueMail(asked(), at('2026-11-30T00:00:00'))).toBe('first');
  expect(dueMail(asked(), at('2026-12-05T09:30'))).toBe('first');
});

test('one reminder is due after fourteen days, however early in the day, and no second', () => {
  const sentAt = at('2026-11-30T09:30:05');
  expect(dueMail(asked({ sentAt }), at('2026-12-13T23:59'))).toBeNull();
  expect(dueMail(asked({ sentAt }), at('2026-12-14T09:30:01'))).toBe('reminder');
  const remindedAt = at('2026-12-14T09:30');
  expect(dueMail(asked({ sentAt, remindedAt }), at('2027-12-14T09:30'))).toBeNull();
  expect(dueMail(asked({ sentAt, reminders: 0 }), at('2027-12-14T09:30'))).toBeNull();
});

test('nothing is due after a stop or an answer, and never for a code', () => {
  const later = at('2027-01-10T09:30');
  expect(dueMail(asked({ stoppedAt: at('2026-10-01T00:00') }), later)).toBeNull();
  expect(dueMail(asked({ answeredAt: at('2026-12-01T00:00') }), later)).toBeNull();
  expect(dueMail(asked({ way: 'code' }), later)).toBeNull();
});
