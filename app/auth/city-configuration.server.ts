import {
  allowInsecureRequests,
  discovery,
  enableNonRepudiationChecks,
  type Configuration,
} from 'openid-client';
import { now } from '~/lib/clock';
import type { OidcProvider } from '~/lib/env.server';

/** A city's sign-in that does not answer within this time is down for whoever waits before it. */
const PATIENCE_SECONDS = 5;
const KEPT_MS = 60 * 60_000;

type Kept = { configuration: Promise<Configuration>; until: number };
const kept = new Map<string, Kept>();

/** Addresses and keys of a city's sign-in, asked for once an hour. What failed is asked for again. */
export async function findCityConfiguration(provider: OidcProvider): Promise<Configuration> {
  const { id, issuer, clientId, clientSecret } = provider;
  const at = now().getTime();
  const key = JSON.stringify([id, issuer, clientId]);
  const held = kept.get(key);
  if (held && at < held.until && at > held.until - 2 * KEPT_MS) return held.configuration;

  const isPlain = new URL(issuer).protocol === 'http:';
  const configuration = discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: PATIENCE_SECONDS,
    // Signatures are checked although the token comes straight from the city: whatever stands
    // between us and it need not be trusted with who somebody is.
    execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
  });
  kept.set(key, { configuration, until: at + KEPT_MS });
  try {
    const found = await configuration;
    const address = found.serverMetadata().authorization_endpoint ?? '';
    const protocols = isPlain ? ['http:', 'https:'] : ['https:'];
    if (!URL.canParse(address) || !protocols.includes(new URL(address).protocol)) {
      throw new Error(`${issuer} names no address to sign in at`);
    }
    return found;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}
