import type { Edition } from '~/lib/edition';
import { pathIn } from '~/lib/edition-path';
import { samePlace } from '~/lib/same-place';
import type { Grant } from './visitor';

type Started = { grants: Grant[]; awaitsSecondFactor: boolean };

/** Where a login leads: to the second factor first where a role waits for it, then to `to` or to where her work is. */
export function placeAfterSignIn(
  { grants, awaitsSecondFactor }: Started,
  to: string | null,
  edition: Edition | null = null,
) {
  if (!awaitsSecondFactor) return samePlace(to, pathIn(edition, workPlace(grants)));
  return to ? `/sign-in/second?to=${encodeURIComponent(samePlace(to))}` : '/sign-in/second';
}

function workPlace(grants: Grant[]): string {
  const roles = grants.map(({ role }) => role);
  const reports = roles.some(
    (role) => role.endsWith('-officer') || role === 'national-viewer' || role === 'operator',
  );
  if (reports) return '/office';
  if (roles.includes('host')) return '/host';
  return roles.includes('trainer') ? '/studio' : '/my';
}
