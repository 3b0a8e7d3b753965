import type { AppLoadContext } from '@remix-run/node';
import { verifyPassword } from '~/auth/password.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { forgetTries } from '~/domain/operation/forget-tries.server';
import { findPasswordHash } from '~/domain/people/find-password-hash.server';
import { findSamePeople } from '~/domain/people/find-same-people.server';

const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

export type ConfirmedPassword =
  { ok: true } | { ok: false; reason: 'wrong' } | { ok: false; reason: 'slow-down'; retryAt: Date };

/** Whether it is really her who is signed in: by her password, of whichever of her records. */
export async function confirmPassword(
  context: Pick<AppLoadContext, 'store' | 'secret'>,
  { personId, password, at }: { personId: string; password: string; at: Date },
): Promise<ConfirmedPassword> {
  const { store } = context;
  const key = tryKey(context, 'password confirm', personId);
  const limit = { key, limit: TRIES, windowSeconds: WINDOW_SECONDS, at };
  const counted = await store.tx((db) => countTry(db, limit));
  if (!counted.ok) return { ok: false, reason: 'slow-down', retryAt: counted.retryAt };
  for (const id of await findSamePeople(store.read, { personId })) {
    const stored = await findPasswordHash(store.read, { personId: id });
    if (stored && (await verifyPassword(stored, password))) {
      await store.tx((db) => forgetTries(db, { key }));
      return { ok: true };
    }
  }
  return { ok: false, reason: 'wrong' };
}
