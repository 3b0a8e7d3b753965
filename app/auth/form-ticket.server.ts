import { timingSafeEqual } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { keyedDigest } from './digest.server';
import { secretsOf } from './key-id.server';

/**
 * Stands in a sign-up form and names the row the account will have, so that the same form sent twice
 * makes one account. Signed: nobody can name somebody else's row.
 */
export function formTicket({ secret }: Pick<AppLoadContext, 'secret'>, personId: string): string {
  return `${personId}.${keyedDigest(secret, 'sign-up form', personId)}`;
}

/** The row that a ticket names, or null when we did not write it. */
export function readFormTicket(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  ticket: string | undefined,
): string | null {
  const personId = ticket?.split('.')[0] ?? '';
  const given = Buffer.from(ticket ?? '');
  const isOurs = secretsOf(context)
    .map((secret) => Buffer.from(formTicket({ secret }, personId)))
    .some((right) => given.length === right.length && timingSafeEqual(given, right));
  return isOurs ? personId : null;
}
