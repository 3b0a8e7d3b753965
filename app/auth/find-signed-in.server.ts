import type { AppLoadContext } from '@remix-run/node';
import { countTry } from '~/domain/operation/count-try.server';
import { forgetTries } from '~/domain/operation/forget-tries.server';
import { findSignInCandidates } from '~/domain/people/find-sign-in-candidates.server';
import { typedIdentifier } from '~/domain/people/typed-identifier';
import { verifyPassword } from './password.server';
import { tryKey } from './try-key.server';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords from one address for one identifier. */
const TRIES = 10;
/** From one address altogether: a whole hall may sit behind it. */
const TRIES_OF_ADDRESS = 300;
/** For one identifier from everywhere, against guessing from many addresses. */
const TRIES_OF_IDENTIFIER = 100;

export type SignIn = { identifier: string; password: string; at: Date };

export type SignedIn =
  | { ok: true; personId: string }
  | { ok: false; reason: 'mistyped-number' | 'unknown-form' | 'wrong' | 'several' }
  | { ok: false; reason: 'slow-down'; retryAt: Date };

type SignInContext = Pick<AppLoadContext, 'store' | 'secret' | 'clientAddress'>;

/** Who signs in with this number or e-mail address and this password. Takes as long for somebody who is not there. */
export async function findSignedIn(context: SignInContext, input: SignIn): Promise<SignedIn> {
  const { identifier, password, at } = input;
  const typed = typedIdentifier(identifier);
  if (typed.kind === 'mistyped-number') return { ok: false, reason: 'mistyped-number' };
  if (typed.kind === 'unknown') return { ok: false, reason: 'unknown-form' };
  const by = typed.kind === 'number' ? { number: typed.number } : { emailKey: typed.emailKey };

  const { clientAddress: address } = context;
  const whom = typed.kind === 'number' ? typed.number : typed.emailKey;
  const limits = [
    { key: tryKey(context, 'sign-in', address, whom), limit: TRIES },
    { key: tryKey(context, 'sign-in address', address), limit: TRIES_OF_ADDRESS },
    { key: tryKey(context, 'sign-in identifier', whom), limit: TRIES_OF_IDENTIFIER },
  ];
  for (const limit of limits) {
    const counted = await context.store.tx((db) =>
      countTry(db, { ...limit, windowSeconds: WINDOW_SECONDS, at }),
    );
    if (!counted.ok) return { ok: false, reason: 'slow-down', retryAt: counted.retryAt };
  }

  const candidates = await findSignInCandidates(context.store.read, by);
  const right: string[] = [];
  for (const { personId, hash } of candidates) {
    if (await verifyPassword(hash, password)) right.push(personId);
  }
  if (candidates.length === 0) await verifyPassword(null, password);
  const [personId, another] = right;
  if (!personId) return { ok: false, reason: 'wrong' };
  await context.store.tx((db) => forgetTries(db, { key: limits[0]!.key }));
  if (another) return { ok: false, reason: 'several' };
  return { ok: true, personId };
}
