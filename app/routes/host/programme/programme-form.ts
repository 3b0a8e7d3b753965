import { z } from 'zod';
import * as m from '~/paraglide/messages';

export type ProgrammeFields = { local: string; attest: string; elective: string; term: string };

const TITLE_MAX_LENGTH = 80;
const CODE_MAX_LENGTH = 100;
const MONTHS_MAX = 120;

const choice = z
  .string({ error: () => m.programmes_form_choice_wrong() })
  .max(CODE_MAX_LENGTH, { error: () => m.programmes_form_choice_wrong() })
  .optional();

export const programmeForm = z.object({
  local: z
    .string({ error: () => m.programmes_form_local_long() })
    .trim()
    .refine((text) => [...text].length <= TITLE_MAX_LENGTH && !/\p{C}/u.test(text), {
      error: () => m.programmes_form_local_long(),
    })
    .optional(),
  attest: choice,
  elective: choice,
  term: z
    .string({ error: () => m.programmes_form_term_wrong() })
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MONTHS_MAX, {
      error: () => m.programmes_form_term_wrong(),
    })
    .transform(Number)
    .optional(),
});
