import { randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { cookieValue } from '~/lib/cookie';

// A random name of a browser in a cookie of its own. What is good for one use is bound to it, so that
// an answer made for one browser is worth nothing in another.

type HandleContext = Pick<AppLoadContext, 'origin'>;

const isSecure = ({ origin }: HandleContext) => origin.startsWith('https:');
const cookieName = (context: HandleContext, name: string) =>
  isSecure(context) ? `__Host-${name}` : name;

export const newHandle = () => randomBytes(32).toString('hex');

export function readHandle(request: Request, context: HandleContext, name: string): string | null {
  const handle = cookieValue(request, cookieName(context, name));
  return handle && /^[0-9a-f]{64}$/.test(handle) ? handle : null;
}

type HandleCookie = {
  name: string;
  handle: string;
  seconds: number;
  /** "Lax" where somebody comes back from another site. */
  sameSite: 'Strict' | 'Lax';
};

export function handleCookie(
  context: HandleContext,
  { name, handle, seconds, sameSite }: HandleCookie,
): string {
  const secure = isSecure(context) ? '; Secure' : '';
  const rest = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`;
  return `${cookieName(context, name)}=${handle}; ${rest}`;
}
