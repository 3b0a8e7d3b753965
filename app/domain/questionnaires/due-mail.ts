import { jstDates, jstInstant } from '~/lib/clock';

const REMIND_AFTER_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

type Asked = {
  way: 'mail' | 'code';
  dueDay: string;
  reminders: number;
  sentAt: Date | null;
  remindedAt: Date | null;
  stoppedAt: Date | null;
  answeredAt: Date | null;
};

/** Which mail is due today, if any. Whoever has answered or stopped gets none, and nobody more than one reminder. */
export function dueMail(asked: Asked, at: Date): 'first' | 'reminder' | null {
  if (asked.way !== 'mail' || asked.stoppedAt || asked.answeredAt) return null;
  const { day } = jstDates(at);
  if (!asked.sentAt) return asked.dueDay <= day ? 'first' : null;
  if (asked.remindedAt || asked.reminders < 1) return null;
  // By days of the calendar: a job that begins a second earlier than fourteen days ago is not a day late.
  const sentDay = jstInstant(jstDates(asked.sentAt).day);
  return jstInstant(day).getTime() - sentDay.getTime() >= REMIND_AFTER_DAYS * DAY_MS
    ? 'reminder'
    : null;
}
