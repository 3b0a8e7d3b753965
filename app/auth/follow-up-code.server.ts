import type { AppLoadContext } from '@remix-run/node';
import { normaliseCode } from '~/lib/code';
import { keyedDigest } from './digest.server';
import { secretsOf } from './key-id.server';

export const FOLLOW_UP_CODE_LENGTH = 8;

const hashWith = (secret: string, code: string) => keyedDigest(secret, 'follow-up code', code);

/** As a code is kept. */
export function followUpCodeHash({ secret }: Pick<AppLoadContext, 'secret'>, code: string): string {
  return hashWith(secret, code);
}

/** As a code that was typed, in any width and case, may have been kept. */
export function followUpCodeHashes(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  typed: string,
): string[] {
  const code = normaliseCode(typed);
  return secretsOf(context).map((secret) => hashWith(secret, code));
}
