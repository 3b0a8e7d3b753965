import type { Edition } from './edition';

/** Where somebody is asked again: with a code, or by the token of a link in a mail. */
export function followUpPath(edition: Edition | null, ...rest: string[]): string {
  return ['', ...(edition ? [edition] : []), 'follow-up', ...rest].join('/');
}
