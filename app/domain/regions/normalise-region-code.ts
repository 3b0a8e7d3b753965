import { checkDigit } from './check-digit';

const PREFECTURES = 47;

/** A structure that could be a 団体コード; used when the caller has no list of codes at hand. */
function isPlausible(code: string): boolean {
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= PREFECTURES;
}

/**
 * The 6-digit 団体コード for what was typed or pasted from a table: 6 digits, the 5 digits of map
 * and statistics data, or either with the leading zero lost; full width and spaces forgiven.
 * Null when it is none.
 *
 * Five digits can be a short code ("11002" → 11002x) or a long one without its zero
 * ("11002" → 011002, Sapporo). A reading must have a right check digit and be known to `isKnown`;
 * where both readings stand, the short code wins, because that form is published and the other
 * is an accident. Give the list of codes to be certain.
 */
export function normaliseRegionCode(
  typed: string,
  isKnown: (code: string) => boolean = isPlausible,
): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s‐‑–—−-]/g, '');
  if (!/^\d{4,6}$/.test(digits)) return null;
  return readings(digits).find((code) => isRight(code) && isKnown(code)) ?? null;
}

function readings(digits: string): string[] {
  if (digits.length === 6) return [digits];
  if (digits.length === 5) return [digits + checkDigit(digits), `0${digits}`];
  return [`0${digits}${checkDigit(`0${digits}`)}`];
}

function isRight(code: string): boolean {
  return code[5] === checkDigit(code.slice(0, 5));
}
