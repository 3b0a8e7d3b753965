import type { AppLoadContext } from '@remix-run/node';
import { startSession } from '~/auth/session.server';
import { beginGuest } from '~/domain/people/begin-guest.server';
import { now } from '~/lib/clock';

/** Makes a learner without an account and signs this browser in as her. */
export async function beginAsGuest(
  context: Pick<AppLoadContext, 'store' | 'origin'>,
  request?: Request,
): Promise<{ personId: string; setCookie: string }> {
  const { id } = await context.store.tx((db) => beginGuest(db, { at: now() }));
  const { setCookie } = await startSession(context, id, { way: 'guest', request });
  return { personId: id, setCookie };
}
