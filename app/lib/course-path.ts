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

/** Where somebody chooses her small next step. */
export function nextStepPath(edition: Edition | null): string {
  return edition ? `/${edition}/my/next-step` : '/my/next-step';
}

/** Where to turn for help. */
export function helpPath(edition: Edition | null): string {
  return edition ? `/${edition}/help` : '/help';
}
