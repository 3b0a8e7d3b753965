import type { AppLoadContext } from '@remix-run/node';
import { authorizationCodeGrant, AuthorizationResponseError } from 'openid-client';
import { useOneTimeToken } from '~/domain/entry/use-one-time-token.server';
import type { OidcProvider } from '~/lib/env.server';
import {
  CITY_COOKIE,
  cityBackPath,
  citySecrets,
  cityStateHash,
  type CityErrand,
} from './begin-city-sign-in.server';
import { readHandle } from './browser-handle.server';
import { findCityConfiguration } from './city-configuration.server';

export type FinishedCitySignIn =
  | {
      ok: true;
      issuer: string;
      subject: string;
      errand: CityErrand;
      /** Whose account is to be linked; null for somebody who signs in. */
      linksTo: string | null;
    }
  | { ok: false; reason: 'expired' | 'cancelled' | 'unavailable' | 'refused' };

/** Who somebody is at the city, when she comes back once, with the browser she went with. */
export async function finishCitySignIn(
  request: Request,
  context: Pick<AppLoadContext, 'store' | 'origin'>,
  { provider, at }: { provider: OidcProvider; at: Date },
): Promise<FinishedCitySignIn> {
  const { search, searchParams } = new URL(request.url);
  const state = searchParams.get('state') ?? '';
  const handle = readHandle(request, context, CITY_COOKIE);
  if (!handle) return { ok: false, reason: 'expired' };
  const tokenHash = cityStateHash(handle, provider, state);
  const token = await context.store.tx((db) =>
    useOneTimeToken(db, { tokenHash, purpose: 'oidc', at }),
  );
  if (!token) return { ok: false, reason: 'expired' };

  const { codeVerifier, nonce } = citySecrets(handle, state);
  const here = new URL(`${context.origin}${cityBackPath(provider)}${search}`);
  try {
    const configuration = await findCityConfiguration(provider);
    const tokens = await authorizationCodeGrant(configuration, here, {
      pkceCodeVerifier: codeVerifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return { ok: false, reason: 'refused' };
    const { iss: issuer, sub: subject } = claims;
    const errand = token.detail as CityErrand;
    return { ok: true, issuer, subject, errand, linksTo: token.personId };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

const DOWN = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

/** The library names what it refused; what it does not name is a network that did not carry. */
function reasonOf(error: unknown): 'cancelled' | 'unavailable' | 'refused' {
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  }
  const { code, name } = error as { code?: string; name?: string };
  const isDown = name === 'TypeError' || DOWN.has(code ?? '');
  return isDown ? 'unavailable' : 'refused';
}
