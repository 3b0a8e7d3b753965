import { createHash } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import { keepOneTimeToken } from '~/domain/entry/keep-one-time-token.server';
import type { OidcProvider } from '~/lib/env.server';
import { handleCookie, newHandle } from './browser-handle.server';
import { findCityConfiguration } from './city-configuration.server';
import { sha256 } from './digest.server';

export const CITY_COOKIE = 'city-sign-in';
const STATE_MINUTES = 10;

/** What she chose before she went to the city's sign-in. */
export type CityErrand = {
  to: string | null;
  shared: boolean;
  bring: boolean;
};

export const cityBackPath = ({ id }: Pick<OidcProvider, 'id'>) => `/sign-in/with/${id}/back`;

export function cityStateHash(handle: string, { id }: OidcProvider, state: string): string {
  return sha256(JSON.stringify([handle, id, state]));
}

/**
 * The secrets of one sign-in come from the name of the browser, which stands in its cookie alone: in
 * the database there is nothing that anybody could go on with.
 */
export function citySecrets(handle: string, state: string) {
  const derived = (purpose: string) =>
    createHash('sha256')
      .update(JSON.stringify([purpose, handle, state]))
      .digest('base64url');
  return { codeVerifier: derived('code verifier'), nonce: derived('nonce') };
}

type BeginCitySignIn = {
  provider: OidcProvider;
  errand: CityErrand;
  /** Who links the city's sign-in to her account; null for somebody who signs in. */
  linksTo: string | null;
  at: Date;
};

/** Where the city asks who she is, and the cookie that she comes back with. Null while the city cannot be reached. */
export async function beginCitySignIn(
  { store, origin }: Pick<AppLoadContext, 'store' | 'origin'>,
  { provider, errand, linksTo, at }: BeginCitySignIn,
): Promise<{ address: string; setCookie: string } | null> {
  const configuration = await findCityConfiguration(provider).catch(() => null);
  if (!configuration) return null;
  const handle = newHandle();
  const state = newHandle();
  await store.tx((db) =>
    keepOneTimeToken(db, {
      tokenHash: cityStateHash(handle, provider, state),
      purpose: 'oidc',
      personId: linksTo,
      detail: errand,
      expiresAt: new Date(at.getTime() + STATE_MINUTES * 60_000),
      at,
    }),
  );
  const { codeVerifier, nonce } = citySecrets(handle, state);
  const address = buildAuthorizationUrl(configuration, {
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${origin}${cityBackPath(provider)}`,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  const setCookie = handleCookie(
    { origin },
    {
      name: CITY_COOKIE,
      handle,
      seconds: STATE_MINUTES * 60,
      sameSite: 'Lax',
    },
  );
  return { address: address.href, setCookie };
}
