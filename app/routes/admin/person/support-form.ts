import { z } from 'zod';
import { typedIdentifier } from '~/domain/people/typed-identifier';
import * as m from '~/paraglide/messages';

const WORDS_MIN_LETTERS = 4;
const WORDS_MAX_LETTERS = 100;

/** A whole 受講番号, and what she is looked up for. */
export const supportForm = z.object({
  number: z.string({ error: () => m.people_support_number_wrong() }).transform((typed, ctx) => {
    const read = typedIdentifier(typed);
    if (read.kind === 'number') return read.number;
    ctx.issues.push({ code: 'custom', message: m.people_support_number_wrong(), input: typed });
    return z.NEVER;
  }),
  purpose: z
    .string({ error: () => m.people_support_purpose_missing() })
    .transform((words) => words.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .refine((words) => [...words].length >= WORDS_MIN_LETTERS, {
      error: () => m.people_support_purpose_missing(),
    })
    .refine((words) => [...words].length <= WORDS_MAX_LETTERS, {
      error: () => m.people_support_purpose_long(),
    }),
});
