import { foldText } from '~/lib/japanese';
import { WELL_KNOWN_PASSWORDS } from './well-known-passwords';
import { foldSecret } from './secret-text';

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 200;

export type PasswordRefusal = 'too-short' | 'too-long' | 'common' | 'own';

/** Why this password will not do, or null. No rules of composition; `own` is what others know of the person: number, e-mail, name. */
export function passwordRefusal(password: string, own: (string | null)[]): PasswordRefusal | null {
  const length = [...password.normalize('NFKC')].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too-short';
  if (length > PASSWORD_MAX_LENGTH) return 'too-long';
  const folded = foldSecret(password).toLowerCase();
  if (WELL_KNOWN_PASSWORDS.has(folded) || new Set(folded).size <= 2) return 'common';
  const owned = own.flatMap((text) => (text ? [text, text.split('@')[0]!] : []));
  return owned.some((text) => foldText(text) === foldText(password)) ? 'own' : null;
}
