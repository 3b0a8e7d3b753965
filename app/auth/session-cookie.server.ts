import type { AppLoadContext } from '@remix-run/node';
import { cookieValue } from '~/lib/cookie';

// How long a login holds is kept in the database; the cookie outlasts it, so that nothing has to be
// sent again when a login is prolonged.

type CookieContext = Pick<AppLoadContext, 'origin'>;

const isSecure = ({ origin }: CookieContext) => origin.startsWith('https:');

export function sessionCookieName(context: CookieContext): string {
  return isSecure(context) ? '__Host-session' : 'session';
}

/** Without a number of seconds the browser forgets the cookie when it is closed. */
export function sessionCookie(
  context: CookieContext,
  value: string,
  maxAgeSeconds: number | null,
): string {
  const parts = [
    `${sessionCookieName(context)}=${value}`,
    'HttpOnly',
    ...(maxAgeSeconds === null ? [] : [`Max-Age=${maxAgeSeconds}`]),
    'Path=/',
    'SameSite=Lax',
    ...(isSecure(context) ? ['Secure'] : []),
  ];
  return parts.join('; ');
}

/** The secret that the browser sent, when it has the form of ours. */
export function readSessionId(request: Request, context: CookieContext): string | null {
  const id = cookieValue(request, sessionCookieName(context));
  return id && /^[0-9a-z]{20,64}$/.test(id) ? id : null;
}
