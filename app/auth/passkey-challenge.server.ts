import { randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { keepOneTimeToken } from '~/domain/entry/keep-one-time-token.server';
import { useOneTimeToken } from '~/domain/entry/use-one-time-token.server';
import { sha256 } from './digest.server';

// A challenge is good for one answer within minutes, for what it was asked for, in the browser that
// asked. The browser is known by a cookie of its own, so that pages open side by side each have
// their challenge, and an answer made for one browser is worth nothing in another.

const CHALLENGE_MINUTES = 5;
const COOKIE_SECONDS = 60 * 60;

export type PasskeyUse = 'register' | 'sign-in' | 'second';

type ChallengeContext = Pick<AppLoadContext, 'store' | 'origin'>;

/** `personId` is null where it is not known yet who will answer. */
type ChallengeFor = { use: PasskeyUse; personId: string | null; at: Date };

const isSecure = ({ origin }: ChallengeContext) => origin.startsWith('https:');
const cookieName = (context: ChallengeContext) =>
  isSecure(context) ? '__Host-passkey' : 'passkey';

function readHandle(request: Request, context: ChallengeContext): string | null {
  const start = `${cookieName(context)}=`;
  const cookies = (request.headers.get('Cookie') ?? '').split(/; */);
  const handle = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length);
  return handle && /^[0-9a-f]{64}$/.test(handle) ? handle : null;
}

const tokenHashOf = (handle: string, use: PasskeyUse, challenge: string) =>
  sha256(JSON.stringify([handle, use, challenge]));

export async function issueChallenge(
  request: Request,
  context: ChallengeContext,
  { use, personId, at }: ChallengeFor,
): Promise<{ challenge: string; setCookie: string }> {
  const handle = readHandle(request, context) ?? randomBytes(32).toString('hex');
  const challenge = randomBytes(32).toString('base64url');
  await context.store.tx((db) =>
    keepOneTimeToken(db, {
      tokenHash: tokenHashOf(handle, use, challenge),
      purpose: 'passkey',
      personId,
      expiresAt: new Date(at.getTime() + CHALLENGE_MINUTES * 60_000),
      at,
    }),
  );
  const secure = isSecure(context) ? '; Secure' : '';
  const rest = `Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Strict${secure}`;
  return { challenge, setCookie: `${cookieName(context)}=${handle}; ${rest}` };
}

/** Uses a challenge up, whatever comes of the answer. */
export async function spendChallenge(
  request: Request,
  context: ChallengeContext,
  { use, personId, challenge, at }: ChallengeFor & { challenge: string },
): Promise<boolean> {
  const handle = readHandle(request, context);
  if (!handle) return false;
  const tokenHash = tokenHashOf(handle, use, challenge);
  const token = await context.store.tx((db) =>
    useOneTimeToken(db, { tokenHash, purpose: 'passkey', at }),
  );
  return token !== null && token.personId === personId;
}
