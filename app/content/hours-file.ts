import { z } from 'zod';
import type { OpeningHours, Weekday } from '../lib/opening-hours';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const EVERY_DAY = WEEKDAYS.map((_, i) => i as Weekday);

const time = (latest: string) =>
  z.string().refine((text) => /^\d\d:[0-5]\d$/.test(text) && text <= latest, {
    error: '時刻ではありません',
    params: { remedy: '"16:00" のように引用符で囲んで書いてください' },
  });

const days = z
  .union([z.literal('every-day'), z.array(z.enum(WEEKDAYS)).min(1)])
  .transform((named) =>
    named === 'every-day' ? EVERY_DAY : named.map((day) => WEEKDAYS.indexOf(day) as Weekday),
  );

/** `hours_open` of a help line. A `to` that is not after `from` is on the next day. */
export const hoursFile = z
  .strictObject({
    weekly: z.array(z.strictObject({ days, from: time('23:59'), to: time('24:00') })).default([]),
    monthly: z
      .array(
        z.strictObject({
          day: z.number().int().min(1).max(31),
          from: time('23:59'),
          hours: z.number().min(0.5).max(48),
        }),
      )
      .default([]),
    holidays: z.enum(['open', 'unknown']).default('unknown'),
  })
  .refine(({ weekly, monthly }) => weekly.length + monthly.length > 0, {
    error: 'hours_open に時間がありません',
    params: { remedy: 'weekly か monthly を書くか、hours_open を消してください' },
  }) satisfies z.ZodType<OpeningHours, unknown>;
