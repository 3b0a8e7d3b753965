import { z } from 'zod';
import { AGE_BANDS } from '~/domain/people/age-bands';
import { AUDIENCE_CLASSES } from '~/domain/people/audience-classes';
import { isEmail } from '~/domain/people/is-email';
import { isKana } from '~/domain/people/is-kana';
import { nameRefusal, type NameRefusal } from '~/domain/people/name-refusal';
import { toKatakana } from '~/lib/japanese';
import * as m from '~/paraglide/messages';
import { audienceLabel } from './audience-label';

const nameWords: Record<NameRefusal, () => string> = {
  'too-long': m.account_name_too_long,
  unprintable: m.account_name_unprintable,
  'own-letters': m.account_name_own_letters,
  picture: m.account_name_picture,
};

/** What is asked of a person who signs up or mends her own record. */
export const profileFields = {
  name: z
    .string({ error: () => m.account_name_empty() })
    .transform((name) => name.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .check((ctx) => {
      const refusal = nameRefusal(ctx.value);
      const message = ctx.value === '' ? m.account_name_empty() : refusal && nameWords[refusal]();
      if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    }),
  kana: z
    .string({ error: () => m.account_kana_empty() })
    .transform(toKatakana)
    .refine(isKana, { error: () => m.account_kana_wrong() }),
  municipalityQuery: z.string().optional(),
  municipalityCode: z.string({ error: () => m.account_municipality_empty() }),
  municipalityRelation: z.enum(['resident', 'worker', 'student'], {
    error: () => m.account_relation_empty(),
  }),
  audience: z.enum(AUDIENCE_CLASSES, { error: () => m.account_audience_empty() }),
  ageBand: z.enum(AGE_BANDS, { error: () => m.account_age_empty() }),
  sex: z
    .enum(['female', 'male', 'other', 'unanswered'], { error: () => m.account_sex_wrong() })
    .optional(),
  email: z
    .string()
    .transform((email) => email.normalize('NFKC').trim())
    .refine(isEmail, {
      error: () => m.account_email_wrong(),
    })
    .optional(),
};

/** 対象 as a form offers them. */
export function audienceOptions() {
  return AUDIENCE_CLASSES.map((code) => ({ value: code, label: audienceLabel(code) }));
}
