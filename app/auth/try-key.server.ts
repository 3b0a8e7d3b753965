import type { AppLoadContext } from '@remix-run/node';
import { keyedDigest } from './digest.server';

/** The key under which tries are counted: neither an address nor an identifier can be read from it. */
export function tryKey(
  { secret }: Pick<AppLoadContext, 'secret'>,
  purpose: string,
  ...parts: string[]
): string {
  return keyedDigest(secret, `tries ${purpose}`, ...parts);
}
