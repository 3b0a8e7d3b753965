import type { AppLoadContext } from '@remix-run/node';
import { keyedDigest } from './digest.server';
import { secretsOf } from './key-id.server';

/**
 * Under which the answers around one enrolment stand together, the current secret's first. Nobody finds
 * the enrolment from it without the secret.
 */
export function pairKeysOf(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { enrolmentId }: { enrolmentId: string },
): string[] {
  return secretsOf(context).map((secret) =>
    keyedDigest(secret, 'answers around a course', enrolmentId),
  );
}
