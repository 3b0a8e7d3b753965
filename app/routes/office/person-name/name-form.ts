import { z } from 'zod';
import { isKana } from '~/domain/people/is-kana';
import { nameRefusal, type NameRefusal } from '~/domain/people/name-refusal';
import { toKatakana } from '~/lib/japanese';
import * as m from '~/paraglide/messages';

const nameWords: Record<NameRefusal, () => string> = {
  'too-long': m.people_name_too_long,
  unprintable: m.people_name_unprintable,
  'own-letters': m.people_name_own_letters,
  picture: m.people_name_picture,
};

export const nameForm = z.object({
  name: z
    .string({ error: () => m.people_name_missing() })
    .transform((name) => name.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .check((ctx) => {
      const refusal = nameRefusal(ctx.value);
      const message = ctx.value === '' ? m.people_name_missing() : refusal && nameWords[refusal]();
      if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value });
    }),
  kana: z
    .string({ error: () => m.people_kana_missing() })
    .transform(toKatakana)
    .refine(isKana, { error: () => m.people_kana_wrong() }),
});
