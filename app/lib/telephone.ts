/** For a link that calls: "#8008" → "tel:%238008". */
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/[^0-9#+]/g, '').replace('#', '%23')}`;
}

/** Area codes of mobile, IP and freephone numbers, which are written in other parts than those of a town. */
const PARTS: [RegExp, string][] = [
  [/^(0120)(\d{3})(\d{3})$/, '$1-$2-$3'],
  [/^(0570|0800|0990)(\d{3})(\d{3,4})$/, '$1-$2-$3'],
  [/^(0[5-9]0)(\d{4})(\d{4})$/, '$1-$2-$3'],
  [/^(0[36])(\d{4})(\d{4})$/, '$1-$2-$3'],
];

/**
 * A number as it is kept: digits and "-" of half width. Null for what is none: 10 or 11 digits from 0 on, or
 * a short one after #. Where the "-" stand in a town's number is not guessed, so without them it stays as typed.
 */
export function readTelephone(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s\u3000]/g, '')
    .replace(/[‐‑‒–—―−ーｰ－]/g, '-')
    .replace(/[()]/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  if (/^#\d{4}$/.test(text)) return text;
  if (!/^0[\d-]+$/.test(text)) return null;
  const digits = text.replaceAll('-', '');
  const isLong = /^0[5-9]0|^0800/.test(digits);
  if (digits.length !== 10 && !(isLong && digits.length === 11)) return null;
  if (text.includes('-')) return text;
  const part = PARTS.find(([pattern]) => pattern.test(digits));
  return part ? digits.replace(part[0], part[1]) : digits;
}
