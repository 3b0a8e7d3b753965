import type { Finding } from './finding';

/** A row with warnings alone is taken. */
export function isWarning({ code }: Finding): boolean {
  return code === 'repeat' || code === 'repeat-in-list';
}
