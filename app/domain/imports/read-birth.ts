export type Birth = {
  year: number;
  /** YYYY-MM-DD where the whole day was written. */
  day: string | null;
};
export type ReadBirth =
  { ok: true; birth: Birth | null } | { ok: false; reason: 'wrong' | 'range' };

/** The year before the first of each era, and in which year it ends. */
const ERAS: Record<string, { before: number; last: number }> = {
  m: { before: 1867, last: 45 },
  t: { before: 1911, last: 15 },
  s: { before: 1925, last: 64 },
  h: { before: 1988, last: 31 },
  r: { before: 2018, last: 99 },
};
const ERA_NAMES: Record<string, string> = {
  明治: 'm',
  明: 'm',
  大正: 't',
  大: 't',
  昭和: 's',
  昭: 's',
  平成: 'h',
  平: 'h',
  令和: 'r',
  令: 'r',
};
const OLDEST_YEAR = 1900;
const DAY_MS = 86_400_000;

/** Day 1 of a spreadsheet is 1 January 1900; it also counts a 29 February 1900 that never was. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS).toISOString().slice(0, 10);
}

/** A day or a year of birth, in the eras of Japan or of the West, or as the number a spreadsheet keeps for a day. Empty is nothing. */
export function readBirth(typed: string, today: string): ReadBirth {
  const text = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\d{1,2}:\d{2}(:\d{2})?$/, '')
    .replace(/(生まれ|生)$/, '')
    .replace(/\([^)]*\)/g, '');
  if (text === '' || text === '-') return { ok: true, birth: null };
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? dayOfSerial(Math.floor(Number(text))) : null;
  const found = serial ? splitDay(serial) : splitDay(eightDigits(text));
  if (!found) return { ok: false, reason: 'wrong' };
  const { year, month, date } = found;
  const day = month && date ? dayOf(year, month, date) : null;
  if (month && date && !day) return { ok: false, reason: 'wrong' };
  if (year < OLDEST_YEAR || `${year}` > today.slice(0, 4) || (day !== null && day > today)) {
    return { ok: false, reason: 'range' };
  }
  return { ok: true, birth: { year, day } };
}

function eightDigits(text: string): string {
  return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

const PARTS =
  /^(明治|大正|昭和|平成|令和|[明大昭平令]|[mtshr])?\.?(元|\d{1,4})(?:年度?|[./-])?(?:(\d{1,2})(?:月|[./-])?)?(?:(\d{1,2})日?)?$/i;

function splitDay(text: string): { year: number; month: number; date: number } | null {
  const found = PARTS.exec(text);
  if (!found) return null;
  const [, era, digits, month, date] = found;
  if (date !== undefined && !/[年月日./-]/.test(text)) return null;
  const number = digits === '元' ? 1 : Number(digits);
  const year = era ? yearOfEra(era.toLowerCase(), number) : digits!.length === 4 ? number : null;
  return year === null ? null : { year, month: Number(month ?? 0), date: Number(date ?? 0) };
}

function yearOfEra(era: string, number: number): number | null {
  const known = ERAS[ERA_NAMES[era] ?? era];
  if (!known || number < 1 || number > known.last) return null;
  return known.before + number;
}

function dayOf(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
  const asked = [year, month, date].map((part) => String(part).padStart(2, '0')).join('-');
  return day === asked ? day : null;
}
