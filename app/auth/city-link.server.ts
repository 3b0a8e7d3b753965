import type { AppLoadContext } from '@remix-run/node';
import type { Db } from '~/db/store.server';
import { findOneTimeToken } from '~/domain/entry/find-one-time-token.server';
import { keepOneTimeToken } from '~/domain/entry/keep-one-time-token.server';
import { useOneTimeToken } from '~/domain/entry/use-one-time-token.server';
import type { OidcProvider } from '~/lib/env.server';
import { handleCookie, newHandle, readHandle } from './browser-handle.server';
import { sha256 } from './digest.server';

// Somebody whom a city knows and we do not yet. Who that is is never guessed from an e-mail address:
// it waits in this browser until she has signed in here and says herself that both are hers.

const COOKIE = 'city-link';
const LINK_MINUTES = 20;

type LinkContext = Pick<AppLoadContext, 'store' | 'origin'>;

/** Who waits to be linked, and where she was going. */
export type CityLink = { issuer: string; subject: string; to: string | null };

const hashOf = (handle: string, { id }: OidcProvider) =>
  sha256(JSON.stringify(['link', handle, id]));

/** The cookie with which this browser can link it. */
export async function keepCityLink(
  context: LinkContext,
  { provider, link, at }: { provider: OidcProvider; link: CityLink; at: Date },
): Promise<string> {
  const handle = newHandle();
  const seconds = LINK_MINUTES * 60;
  await context.store.tx((db) =>
    keepOneTimeToken(db, {
      tokenHash: hashOf(handle, provider),
      purpose: 'oidc',
      detail: link,
      expiresAt: new Date(at.getTime() + seconds * 1000),
      at,
    }),
  );
  return handleCookie(context, { name: COOKIE, handle, seconds, sameSite: 'Lax' });
}

type InBrowser = { request: Request; provider: OidcProvider; at: Date };

/** What waits in this browser; it goes on waiting. */
export async function findCityLink(
  context: LinkContext,
  { request, provider, at }: InBrowser,
): Promise<CityLink | null> {
  const handle = readHandle(request, context, COOKIE);
  if (!handle) return null;
  const tokenHash = hashOf(handle, provider);
  const token = await findOneTimeToken(context.store.read, { tokenHash, purpose: 'oidc' });
  return token && !token.usedAt && token.expiresAt > at ? (token.detail as CityLink) : null;
}

/** Takes what waits in this browser, once. */
export async function takeCityLink(
  db: Db,
  context: LinkContext,
  { request, provider, at }: InBrowser,
): Promise<CityLink | null> {
  const handle = readHandle(request, context, COOKIE);
  if (!handle) return null;
  const tokenHash = hashOf(handle, provider);
  const token = await useOneTimeToken(db, { tokenHash, purpose: 'oidc', at });
  return token && (token.detail as CityLink);
}
