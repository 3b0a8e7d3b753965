import type { AppLoadContext } from '@remix-run/node';
import { keyedDigest } from './digest.server';
import { secretsOf } from './key-id.server';

export type PairOf = { enrolmentId: string; cycle: number };

/**
 * Under which the answers around one enrolment in one cycle stand together, the current secret's first:
 * what is said after a renewal is compared with what was said before it began, and with nothing earlier.
 * Nobody finds the enrolment from it without the secret.
 */
export function pairKeysOf(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { enrolmentId, cycle }: PairOf,
): string[] {
  // The first cycle has no mark: its answers were kept before there were others.
  const mark = cycle === 1 ? [] : [String(cycle)];
  return secretsOf(context).map((secret) =>
    keyedDigest(secret, 'answers around a course', enrolmentId, ...mark),
  );
}
