import { cookieValue } from './cookie';
import { editionOfPath, type Edition, type WordsLocale } from './edition';

/** What may be chosen of each, the usual first. */
export const READING_CHOICES = {
  furigana: ['off', 'on'],
  text: ['normal', 'large', 'larger', 'largest'],
  spacing: ['normal', 'wide', 'wider'],
  contrast: ['normal', 'high'],
  motion: ['normal', 'calm'],
  /** Furigana in やさしい日本語, where they are usual. */
  easy: ['on', 'off'],
} as const;

type Choices = typeof READING_CHOICES;
export type ReadingName = keyof Choices;
export type ReadingSettings = {
  [Name in Exclude<ReadingName, 'furigana'>]: Choices[Name][number];
} & { furigana: boolean };

const NAMES = Object.keys(READING_CHOICES) as ReadingName[];
const COOKIE = 'reading';
const COOKIE_DAYS = 365;

/** How this reader wants pages shown; kept in a cookie of the device, so it works without an account. */
export function findReadingSettings(request: Request): ReadingSettings {
  return readingOf(findReadingText(request) ?? '');
}

/** What the device has kept, in one form; null when it keeps nothing. */
export function findReadingText(request: Request): string | null {
  const value = cookieValue(request, COOKIE, `__Host-${COOKIE}`);
  return value ? readingText(readingOf(value)) : null;
}

/** Settings out of their short text, `on.large.wide.high.calm`. What is missing or unknown is as usual. */
export function readingOf(text: string): ReadingSettings {
  const said = text.split('.');
  const { furigana, ...rest } = Object.fromEntries(
    NAMES.map((name, i) => [name, choiceOf(name, said[i]) ?? READING_CHOICES[name][0]]),
  );
  return { ...rest, furigana: furigana === 'on' } as ReadingSettings;
}

export function readingText(settings: ReadingSettings): string {
  const { easy, furigana, ...rest } = settings;
  const words = { ...rest, furigana: furigana ? 'on' : 'off', easy };
  return NAMES.filter((name) => name !== 'easy' || easy !== READING_CHOICES.easy[0])
    .map((name) => words[name])
    .join('.');
}

/** The settings with what a form chose; what it does not say, or says wrongly, stays as it was. */
export function chosenReading(settings: ReadingSettings, form: FormData): ReadingSettings {
  const said = readingText(settings).split('.');
  return readingOf(NAMES.map((name, i) => choiceOf(name, form.get(name)) ?? said[i]).join('.'));
}

function choiceOf(name: ReadingName, value: unknown): string | undefined {
  return (READING_CHOICES[name] as readonly string[]).find((choice) => choice === value);
}

/** The settings as they hold in an edition: simple Japanese has furigana unless she turned them off there, English has none. */
export function readingIn(settings: ReadingSettings, edition: Edition | null): ReadingSettings {
  if (edition === null) return settings;
  return { ...settings, furigana: edition === 'easy' && settings.easy === 'on' };
}

/** The words that this reader gets at an address. */
export function wordsLocale(request: Request, path: string): WordsLocale {
  const edition = editionOfPath(path);
  return edition === 'easy' && printedFurigana(request, edition) ? 'furigana' : (edition ?? 'ja');
}

/** Furigana as the address asks, for paper, or as the reader has set it. */
export function printedFurigana(request: Request, edition: Edition | null): boolean {
  const asked = new URL(request.url).searchParams.get('furigana');
  return (
    asked === 'on' || (asked !== 'off' && readingIn(findReadingSettings(request), edition).furigana)
  );
}

/** For `<html>`: what differs from the usual. */
export function readingAttributes(settings: ReadingSettings): Record<string, string> {
  const { furigana, easy: _, ...rest } = settings;
  const chosen = Object.entries(rest).filter(([, value]) => value !== 'normal');
  return {
    'data-furigana': furigana ? 'on' : 'off',
    ...Object.fromEntries(chosen.map(([name, value]) => [`data-${name}`, value])),
  };
}

/** The Set-Cookie header that keeps `settings`. */
export function keepReadingSettings(settings: ReadingSettings, secure: boolean): string {
  return cookie(readingText(settings), COOKIE_DAYS * 24 * 60 * 60, secure);
}

export function forgetReadingSettings(secure: boolean): string {
  return cookie('', 0, secure);
}

function cookie(value: string, seconds: number, secure: boolean): string {
  const rest = `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly`;
  return secure ? `__Host-${rest}; Secure` : rest;
}
