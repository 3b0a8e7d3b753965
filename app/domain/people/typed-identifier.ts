import { foldEmail } from './fold-email';
import { numberCheckDigit } from './number-check-digit';

export type TypedIdentifier =
  | { kind: 'number'; number: string }
  | { kind: 'email'; emailKey: string }
  /** A 受講番号 that cannot be: a digit is wrong, missing or too many. */
  | { kind: 'mistyped-number' }
  | { kind: 'unknown' };

/** What somebody typed to sign in: an e-mail address or a 受講番号, in any width, with spaces and hyphens. */
export function typedIdentifier(typed: string): TypedIdentifier {
  const text = typed.normalize('NFKC').trim();
  if (text.includes('@')) return { kind: 'email', emailKey: foldEmail(text) };
  const digits = text.replace(/[\s\p{Dash_Punctuation}ー−]/gu, '');
  if (!/^\d+$/.test(digits)) return { kind: 'unknown' };
  const isSound = digits.length === 12 && numberCheckDigit(digits) === '0';
  return isSound ? { kind: 'number', number: digits } : { kind: 'mistyped-number' };
}
