import { editionOfPath, type Edition, type ScreenLocale } from './edition';

/** The addresses that are there in every edition. All others are there once, in Japanese. */
const IN_EVERY_EDITION = new RegExp(
  `^/(?:${[
    'courses/.+',
    'help',
    'offline',
    'follow-up(?:/.+)?',
    'join(?:/done)?',
    'sign-in',
    'sign-out',
    'continue',
    'my(?:/next-step|/code|/certificates/[^/.]+)?',
    'verify(?:/[^/]+)?',
    'privacy',
  ].join('|')})$`,
);

export function isInEveryEdition(path: string): boolean {
  return IN_EVERY_EDITION.test(path);
}

/** The same address in an edition: `/my#done` → `/en/my#done`. One that is there once stays as it is. */
export function pathIn(edition: Edition | null, address: string): string {
  const [path = ''] = address.split(/[?#]/);
  const there = editionOfPath(path);
  const original = there ? path.slice(there.length + 1) || '/' : path;
  const rest = address.slice(path.length);
  if (original === '/') return (edition ? `/${edition}` : '/') + rest;
  if (!isInEveryEdition(original)) return address;
  return (edition ? `/${edition}` : '') + original + rest;
}

/** A page in every edition, each leading on to its own `to`. */
export function languagesAt(path: string, to: string | null = null): Record<ScreenLocale, string> {
  const at = (edition: Edition | null) =>
    pathIn(edition, path) + (to ? `?to=${encodeURIComponent(pathIn(edition, to))}` : '');
  return { ja: at(null), easy: at('easy'), en: at('en') };
}
