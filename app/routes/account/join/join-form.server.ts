import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import { passwordRefusal, type PasswordRefusal } from '~/auth/password-refusal';
import { AGE_BANDS } from '~/domain/people/age-bands';
import { AUDIENCE_CLASSES } from '~/domain/people/audience-classes';
import { isKana } from '~/domain/people/is-kana';
import { nameRefusal, type NameRefusal } from '~/domain/people/name-refusal';
import { toKatakana } from '~/lib/japanese';
import * as m from '~/paraglide/messages';

const nameWords: Record<NameRefusal, () => string> = {
  'too-long': m.account_name_too_long,
  unprintable: m.account_name_unprintable,
  'own-letters': m.account_name_own_letters,
  picture: m.account_name_picture,
};

const passwordWords: Record<PasswordRefusal, () => string> = {
  'too-short': m.account_new_password_too_short,
  'too-long': m.account_new_password_too_long,
  common: m.account_new_password_common,
  own: m.account_new_password_own,
};

/** Lenient: old mobile addresses break the standard and still receive mail. What cannot be seen is a slip. */
const EMAIL = /^[^\s\p{C}\uFFFD@]+@[^\s\p{C}\uFFFD@]+\.[^\s\p{C}\uFFFD@.]+$/u;

const schema = z.object({
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
    .refine((email) => email.length <= 254 && EMAIL.test(email), {
      error: () => m.account_email_wrong(),
    })
    .optional(),
  password: z.string().optional(),
  ticket: z.string().optional(),
});

/** The form as it was sent, with every field that has to be mended: also those that hang together. */
export function readJoinForm(form: FormData) {
  const submission = parseWithZod(form, { schema });
  const { email, password, name, municipalityQuery, municipalityCode } = submission.payload;
  const more: Record<string, string[]> = {};
  const refused = refusePassword(text(email), text(password), text(name));
  if (refused) more.password = [refused];
  if (text(municipalityQuery) && !text(municipalityCode)) {
    more.municipalityCode = [m.account_municipality_pick()];
  }
  return { submission, more };
}

function refusePassword(email: string, password: string, name: string): string | null {
  if (password === '') return email === '' ? null : m.account_new_password_empty();
  const refusal = passwordRefusal(password, [email, name]);
  return refusal && passwordWords[refusal]();
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
