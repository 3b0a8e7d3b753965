import type { AppLoadContext } from '@remix-run/node';
import { findLoginSession } from '~/domain/entry/find-login-session.server';
import { findSecondFactors } from '~/domain/entry/find-second-factors.server';
import { FRESH_MINUTES, isFresh } from './second-factor.server';
import type { Visitor } from './visitor';

/**
 * Where somebody confirms who she is before she changes how she gets in, or null when she did a
 * moment ago. Whoever holds a role shows her second factor, if she has one; everybody else may also
 * have signed in just now, so that a lost phone does not lock its owner out of taking it away.
 */
export async function findPlaceToConfirm(
  { store }: Pick<AppLoadContext, 'store'>,
  visitor: Visitor,
  { at, to }: { at: Date; to: string },
): Promise<string | null> {
  if (isFresh(visitor, at)) return null;
  const { personId, sessionHash, grants, awaitsSecondFactor } = visitor;
  const back = `?to=${encodeURIComponent(to)}`;
  const factors = await findSecondFactors(store.read, { personId });
  const hasFactor = factors.authenticatorSince !== null || factors.passkeys > 0;
  const isStaff = awaitsSecondFactor || grants.length > 0;
  if (isStaff && hasFactor) return `/sign-in/second${back}`;
  const session = await findLoginSession(store.read, { idHash: sessionHash });
  const age = at.getTime() - (session?.createdAt.getTime() ?? 0);
  return Math.abs(age) < FRESH_MINUTES * 60_000 ? null : `/sign-in${back}`;
}
