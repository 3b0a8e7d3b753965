/** The ways a course can be read beside its original: やさしい日本語 and English. */
export const EDITIONS = ['easy', 'en'] as const;
export type Edition = (typeof EDITIONS)[number];

/** The words of the screens: the original's are Japanese. */
export type ScreenLocale = 'ja' | Edition;

/** The words of an answer: those of やさしい日本語 come with their readings too. */
export type WordsLocale = ScreenLocale | 'furigana';

/** The edition an address belongs to: `/en/courses/…` → `en`. Null for the original. */
export function editionOfPath(path: string): Edition | null {
  return (
    EDITIONS.find((edition) => path === `/${edition}` || path.startsWith(`/${edition}/`)) ?? null
  );
}

/** The `:edition?` of an address; one that does not exist is a page that does not exist. */
export function findEdition(params: { edition?: string | undefined }): Edition | null {
  if (params.edition === undefined) return null;
  const edition = EDITIONS.find((one) => one === params.edition);
  if (!edition) throw new Response(null, { status: 404 });
  return edition;
}

/** For `lang`: simple Japanese is Japanese. */
export function langOf(edition: Edition | null): 'ja' | 'en' {
  return edition === 'en' ? 'en' : 'ja';
}

/** For `hreflang`, where the two kinds of Japanese have to be told apart. */
export function hreflangOf(edition: Edition | null): string {
  return edition === 'easy' ? 'ja-x-easy' : (edition ?? 'ja');
}

/** Where a page stands in each edition; null where it does not exist in it. */
export type Languages = Record<ScreenLocale, string | null>;
