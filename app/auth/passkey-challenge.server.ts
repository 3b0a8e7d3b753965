import { randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { keepOneTimeToken } from '~/domain/entry/keep-one-time-token.server';
import { useOneTimeToken } from '~/domain/entry/use-one-time-token.server';
import { handleCookie, newHandle, readHandle } from './browser-handle.server';
import { sha256 } from './digest.server';

// A challenge is good for one answer within minutes, for what it was asked for, in the browser that
// asked. Pages open side by side each have their own.

const COOKIE = 'passkey';
const CHALLENGE_MINUTES = 5;
const COOKIE_SECONDS = 60 * 60;

export type PasskeyUse = 'register' | 'sign-in' | 'second';

type ChallengeContext = Pick<AppLoadContext, 'store' | 'origin'>;

/** `personId` is null where it is not known yet who will answer. */
type ChallengeFor = { use: PasskeyUse; personId: string | null; at: Date };

const tokenHashOf = (handle: string, use: PasskeyUse, challenge: string) =>
  sha256(JSON.stringify([handle, use, challenge]));

export async function issueChallenge(
  request: Request,
  context: ChallengeContext,
  { use, personId, at }: ChallengeFor,
): Promise<{ challenge: string; setCookie: string }> {
  const handle = readHandle(request, context, COOKIE) ?? newHandle();
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
  const setCookie = handleCookie(context, {
    name: COOKIE,
    handle,
    seconds: COOKIE_SECONDS,
    sameSite: 'Strict',
  });
  return { challenge, setCookie };
}

/** Uses a challenge up, whatever comes of the answer. */
export async function spendChallenge(
  request: Request,
  context: ChallengeContext,
  { use, personId, challenge, at }: ChallengeFor & { challenge: string },
): Promise<boolean> {
  const handle = readHandle(request, context, COOKIE);
  if (!handle) return false;
  const tokenHash = tokenHashOf(handle, use, challenge);
  const token = await context.store.tx((db) =>
    useOneTimeToken(db, { tokenHash, purpose: 'passkey', at }),
  );
  return token !== null && token.personId === personId;
}
