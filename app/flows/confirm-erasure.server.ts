import type { AppLoadContext } from '@remix-run/node';
import type { Visitor } from '~/auth/visitor';
import { findPasswordHash } from '~/domain/people/find-password-hash.server';
import { confirmPassword } from './confirm-password.server';
import { erasePerson } from './erase-person.server';

/** How she shows that it is her: without an account nobody is asked, without a password she types her number. */
export type ErasureProof = 'none' | 'password' | 'number';

export async function findErasureProof(
  { store }: Pick<AppLoadContext, 'store'>,
  { personId, registered }: Visitor,
): Promise<ErasureProof> {
  if (!registered) return 'none';
  return (await findPasswordHash(store.read, { personId })) === null ? 'number' : 'password';
}

export type EraseOwn = { visitor: Visitor; password: string; number: string; at: Date };

export type ErasedOwn =
  | { ok: true }
  | { ok: false; reason: 'password-needed' | 'wrong' | 'number-wrong' | 'last-operator' }
  | { ok: false; reason: 'slow-down'; retryAt: Date };

/** Erases whoever is signed in, once she has shown that it is her. */
export async function eraseOwn(
  context: Pick<AppLoadContext, 'store' | 'secret'>,
  { visitor, password, number, at }: EraseOwn,
): Promise<ErasedOwn> {
  const { personId } = visitor;
  const proof = await findErasureProof(context, visitor);
  if (proof === 'password') {
    if (password === '') return { ok: false, reason: 'password-needed' };
    const confirmed = await confirmPassword(context, { personId, password, at });
    if (!confirmed.ok) return confirmed;
  }
  if (proof === 'number') {
    const digits = number.normalize('NFKC').replace(/\D/g, '');
    if (digits !== visitor.number) return { ok: false, reason: 'number-wrong' };
  }
  const erased = await erasePerson(context.store, { personId, why: 'own-wish', at });
  return erased.ok ? { ok: true } : erased;
}
