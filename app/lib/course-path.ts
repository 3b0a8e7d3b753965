import type { Edition } from './edition';

/** The address of a course in an edition, or of something in it: `coursePath('en', slug, 'lessons', lesson, 'quiz')`. */
export function coursePath(edition: Edition | null, slug: string, ...rest: string[]): string {
  const parts = ['courses', slug, ...rest].map(encodeURIComponent);
  return `${edition ? `/${edition}` : ''}/${parts.join('/')}`;
}

/** The entry page of an edition. */
export function entryPath(edition: Edition | null): string {
  return edition ? `/${edition}` : '/';
}

/** Where to turn for help: an edition has the lines in words of its own on its entry page. */
export function helpPath(edition: Edition | null): string {
  return edition ? `/${edition}#help` : '/help';
}
