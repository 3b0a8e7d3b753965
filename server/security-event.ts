import type { AppLoadContext } from '@remix-run/node';

export type SecurityEvent = {
  event:
    | 'login'
    | 'second-factor'
    | 'login-refused'
    | 'rights-refused'
    /** What is outside of somebody's area is not there for her, so her log does not tell the two apart. */
    | 'outside-or-absent'
    | 'slowed-down';
  /** Whose login, where it is known: an id, never a name. */
  actor?: string;
  way?: string | null;
};

/** Where somebody shows who she is. */
const WAYS_IN = /^(\/(easy|en))?\/(sign-in|continue|api\/passkeys|invitations)(\/|$)/;

/** Where people are at work for others. */
const DESKS = /^\/(office|admin|staff|host)(\/|$)/;

/**
 * What of a request belongs into the log as an event of security. Who reads which lesson does not: an
 * actor is named only beside an event.
 */
export function securityEvent(
  method: string,
  path: string,
  status: number,
  context: Pick<AppLoadContext, 'actor' | 'began' | 'refused' | 'way'> = {},
): SecurityEvent | Record<string, never> {
  const { actor, began, refused, way } = context;
  if (status === 429) return { event: 'slowed-down', actor };
  if (status === 403) return { event: 'rights-refused', actor };
  if (status === 404 && actor && DESKS.test(path)) return { event: 'outside-or-absent', actor };
  // Whoever comes back from a city's sign-in does so by reading a page.
  if (began) return { event: began, actor, way };
  if (refused) return { event: 'login-refused', actor, way: refused };
  if (method !== 'POST') return {};
  return status >= 400 && WAYS_IN.test(path) ? { event: 'login-refused', actor } : {};
}
