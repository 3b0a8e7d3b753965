import { parseWithZod } from '@conform-to/zod/v4';
import { z } from 'zod';
import { passwordRefusal, type PasswordRefusal } from '~/auth/password-refusal';
import { profileFields } from '~/flows/profile-form.server';
import * as m from '~/paraglide/messages';

const passwordWords: Record<PasswordRefusal, () => string> = {
  'too-short': m.account_new_password_too_short,
  'too-long': m.account_new_password_too_long,
  common: m.account_new_password_common,
  own: m.account_new_password_own,
};

const schema = z.object({
  ...profileFields,
  password: z.string().optional(),
  ticket: z.string().optional(),
  /** Not chosen is no. */
  shareName: z.literal('yes', { error: () => m.trust_consent_give_empty() }).optional(),
  guardian: z.enum(['agreed', 'of-age'], { error: () => m.trust_guardian_missing() }).optional(),
});

/** The form as it was sent, with every field that has to be mended: also those that hang together. */
export function readJoinForm(form: FormData, { asksGuardian }: { asksGuardian: boolean }) {
  const submission = parseWithZod(form, { schema });
  const { email, password, name, municipalityQuery, municipalityCode } = submission.payload;
  const more: Record<string, string[]> = {};
  const refused = refusePassword(text(email), text(password), text(name));
  if (refused) more.password = [refused];
  if (text(municipalityQuery) && !text(municipalityCode)) {
    more.municipalityCode = [m.account_municipality_pick()];
  }
  if (asksGuardian && !saidOfGuardian(submission.payload)) {
    more.guardian = [m.trust_guardian_missing()];
  }
  return { submission, more };
}

/** Whoever goes to primary school is not of age, whatever she chose. */
function saidOfGuardian({ guardian, ageBand }: Record<string, unknown>): boolean {
  return guardian === 'agreed' || (guardian === 'of-age' && ageBand !== 'primary-school');
}

function refusePassword(email: string, password: string, name: string): string | null {
  if (password === '') return email === '' ? null : m.account_new_password_empty();
  const refusal = passwordRefusal(password, [email, name]);
  return refusal && passwordWords[refusal]();
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
