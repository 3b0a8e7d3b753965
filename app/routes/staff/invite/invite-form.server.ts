import { z } from 'zod';
import { isMailAddress } from '~/domain/mail/is-mail-address';
import { isEmail } from '~/domain/people/is-email';
import { jstDates, jstInstant } from '~/lib/clock';
import * as m from '~/paraglide/messages';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOTE_MAX_LETTERS = 100;
const ROLE_MAX_YEARS = 5;

/** A whole number as it was typed, in any width. */
const wholeNumber = (from: number, to: number, message: () => string) =>
  z
    .string({ error: message })
    .transform((typed) => typed.normalize('NFKC').trim())
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: message,
    })
    .transform(Number);

/** The last day on which the role holds, from tomorrow on. */
const lastDay = (at: Date) =>
  z
    .string()
    .refine((day) => isDay(day), { error: () => m.staff_until_wrong() })
    .refine((day) => !isDay(day) || day > jstDates(at).day, { error: () => m.staff_until_past() })
    .refine(
      (day) =>
        !isDay(day) || jstInstant(day).getTime() < at.getTime() + ROLE_MAX_YEARS * 366 * DAY_MS,
      { error: () => m.staff_until_far() },
    );

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = jstInstant(text);
  return !Number.isNaN(at.getTime()) && jstDates(at).day === text;
}

export function inviteForm(at: Date, { needsPlace }: { needsPlace: boolean }) {
  const place = z.string({ error: () => m.staff_place_missing() });
  return z.object({
    ticket: z.string().optional(),
    placeQuery: z.string().optional(),
    place: needsPlace ? place : place.optional(),
    note: z
      .string({ error: () => m.staff_note_missing() })
      .trim()
      .refine((note) => [...note].length <= NOTE_MAX_LETTERS, {
        error: () => m.staff_note_long(),
      }),
    days: wholeNumber(1, 14, m.staff_days_wrong),
    uses: wholeNumber(1, 20, m.staff_uses_wrong),
    until: lastDay(at).optional(),
    email: z
      .string()
      .transform((email) => email.normalize('NFKC').trim())
      .refine((email) => isEmail(email) && isMailAddress(email), {
        error: () => m.account_email_wrong(),
      })
      .optional(),
  });
}

/** The instant at which a role ends that holds for the whole of that day. */
export function endOf(day: string): Date {
  return new Date(jstInstant(day).getTime() + DAY_MS);
}

export function daysFrom(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
