import { z } from 'zod';
import * as m from '~/paraglide/messages';

const WORDS_MIN_LETTERS = 4;
const WORDS_MAX_LETTERS = 100;

export const PURPOSES: Record<string, () => string> = {
  roster: m.people_purpose_roster,
  invitation: m.people_purpose_invitation,
  inquiry: m.people_purpose_inquiry,
  other: m.people_purpose_other,
};

/** The purpose in the words that are written in the log. */
export const purposeForm = z
  .object({
    purpose: z.enum(Object.keys(PURPOSES) as [string, ...string[]], {
      error: () => m.people_purpose_missing(),
    }),
    words: z
      .string()
      .transform((words) => words.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim())
      .default(''),
  })
  .check((ctx) => {
    const { purpose, words } = ctx.value;
    const letters = [...words].length;
    const say = (message: string) =>
      ctx.issues.push({ code: 'custom', path: ['words'], message, input: words });
    if (purpose === 'other' && letters < WORDS_MIN_LETTERS) say(m.people_purpose_words_short());
    if (letters > WORDS_MAX_LETTERS) say(m.people_purpose_words_long({ count: String(letters) }));
  })
  .transform(({ purpose, words }) =>
    words === ''
      ? PURPOSES[purpose]!()
      : m.people_purpose_with({ purpose: PURPOSES[purpose]!(), words }),
  );
