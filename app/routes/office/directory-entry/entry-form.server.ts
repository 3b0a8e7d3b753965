import { z } from 'zod';
import type { EntryFacts } from '~/domain/directory/keep-entry.server';
import { isKana } from '~/domain/people/is-kana';
import { jstDates, jstInstant, type Day } from '~/lib/clock';
import { WAYS, WORRIES } from '~/lib/help-kinds';
import { toKatakana } from '~/lib/japanese';
import type { Weekday } from '~/lib/opening-hours';
import { readTelephone } from '~/lib/telephone';
import * as m from '~/paraglide/messages';

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;
const EVERY_LEAST = 30;
const EVERY_MOST = 366;
const NAME_MAX = 80;
const TEXT_MAX = 200;

const trimmed = (text: string) => text.normalize('NFC').replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
// Line ends and what cannot be seen have no place in one line of a list.
const isLine = (text: string) =>
  !/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text);
const line = (max: number, error: () => string) =>
  z
    .string({ error })
    .transform(trimmed)
    .refine((text) => text !== '' && text.length <= max && isLine(text), { error });
const maybe = (error: () => string = m.directory_wrong_text) => line(TEXT_MAX, error).optional();

/** "9:00" as "09:00"; null for what is no time. */
function readTime(typed: string, latest: string): string | null {
  const found = /^(\d{1,2}):?([0-5]\d)$/.exec(typed.normalize('NFKC').trim());
  const time = found && `${found[1]!.padStart(2, '0')}:${found[2]}`;
  return time && time <= latest ? time : null;
}
const time = (latest: string) =>
  z
    .string({ error: () => m.directory_wrong_time() })
    .transform((typed) => readTime(typed, latest))
    .refine((read) => read !== null, { error: () => m.directory_wrong_time() })
    .optional();

const list = <Value extends string>(values: readonly Value[], error: () => string) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(z.enum(values as [Value, ...Value[]], { error }), { error }),
  );

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = jstInstant(text);
  return !Number.isNaN(at.getTime()) && jstDates(at).day === text;
}

/** What an officer writes of a window, as it is kept; what is wrong stands beside its field. */
export function entryForm(today: Day) {
  return z
    .object({
      id: z.uuid({ error: () => m.directory_wrong_form() }).optional(),
      name: line(NAME_MAX, m.directory_wrong_name),
      kana: z
        .string({ error: () => m.directory_wrong_kana() })
        .transform(toKatakana)
        .refine((kana) => isKana(kana), { error: () => m.directory_wrong_kana() }),
      number: z
        .string({ error: () => m.directory_wrong_number() })
        .transform(readTelephone)
        .refine((number) => number !== null, { error: () => m.directory_wrong_number() })
        .optional(),
      url: z
        .string({ error: () => m.directory_wrong_url() })
        .transform(trimmed)
        .refine((url) => /^https:\/\/[^\s"'<>\\@]{1,300}$/.test(url), {
          error: () => m.directory_wrong_url(),
        })
        .optional(),
      address: maybe(),
      ways: list(WAYS, m.directory_wrong_ways).refine((ways) => ways.length > 0, {
        error: () => m.directory_wrong_ways(),
      }),
      worries: list(WORRIES, m.directory_wrong_worries).refine((all) => all.length > 0, {
        error: () => m.directory_wrong_worries(),
      }),
      forWhom: line(TEXT_MAX, m.directory_wrong_for),
      languages: maybe(),
      hours: maybe(),
      days: list(WEEKDAYS, m.directory_wrong_hours_some),
      from: time('23:59'),
      to: time('24:00'),
      holidays: z.literal('open', { error: () => m.directory_wrong_form() }).optional(),
      note: maybe(),
      every: z
        .string({ error: () => m.directory_wrong_every() })
        .transform((typed) => Number(typed.normalize('NFKC')))
        .refine((days) => Number.isInteger(days) && days >= EVERY_LEAST && days <= EVERY_MOST, {
          error: () => m.directory_wrong_every(),
        }),
      until: z
        .string({ error: () => m.directory_wrong_until() })
        .transform((typed) => typed.normalize('NFKC').trim().replaceAll('/', '-'))
        .refine((day) => isDay(day) && day > today, { error: () => m.directory_wrong_until() })
        .optional(),
    })
    .check((ctx) => {
      const { number, url, address, hours, days, from, to } = ctx.value;
      const add = (name: string, message: string) =>
        ctx.issues.push({ code: 'custom', path: [name], message, input: ctx.value });
      if (!number && !url && !address) add('number', m.directory_wrong_reach());
      const given = [days.length > 0, Boolean(from), Boolean(to)];
      if (given.some(Boolean) && !given.every(Boolean)) add('days', m.directory_wrong_hours_some());
      if (!hours && !given.some(Boolean)) add('hours', m.directory_wrong_hours());
    })
    .transform(({ id, every, until, days, from, to, holidays, ...facts }) => ({
      id,
      facts: {
        name: facts.name,
        kana: facts.kana,
        number: facts.number ?? null,
        url: facts.url ?? null,
        address: facts.address ?? null,
        ways: facts.ways,
        worries: facts.worries,
        languages: facts.languages ?? null,
        forWhom: facts.forWhom,
        hours: facts.hours ?? null,
        hoursOpen:
          from && to
            ? {
                weekly: [{ days: days.map((day) => Number(day) as Weekday), from, to }],
                monthly: [],
                holidays: holidays ?? ('unknown' as const),
              }
            : null,
        note: facts.note ?? null,
        checkEveryDays: every,
        validUntil: until ?? null,
      } satisfies EntryFacts,
    }));
}

/** The fields of the form for a window that is there already. */
export function fieldsOf(entry: EntryFacts) {
  const span = entry.hoursOpen?.weekly[0];
  return {
    name: entry.name,
    kana: entry.kana,
    number: entry.number ?? '',
    url: entry.url ?? '',
    address: entry.address ?? '',
    ways: entry.ways as string[],
    worries: entry.worries as string[],
    forWhom: entry.forWhom,
    languages: entry.languages ?? '',
    hours: entry.hours ?? '',
    days: span?.days.map(String) ?? [],
    from: span?.from ?? '',
    to: span?.to ?? '',
    holidays: entry.hoursOpen?.holidays === 'open' ? 'open' : '',
    note: entry.note ?? '',
    every: String(entry.checkEveryDays),
    until: entry.validUntil ?? '',
  };
}
export type EntryFields = ReturnType<typeof fieldsOf> & { id: string };
