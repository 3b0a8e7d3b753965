import { redirect, type AppLoadContext } from '@remix-run/node';
import type { Role } from '~/db/tables/people';
import { findSecondFactors } from '~/domain/entry/find-second-factors.server';
import { editionOfPath } from '~/lib/edition';
import { pathIn } from '~/lib/edition-path';
import { isFresh } from './second-factor.server';
import { readSession } from './session.server';
import type { Visitor } from './visitor';

export type { Visitor };

type VisitContext = Pick<AppLoadContext, 'store' | 'origin'>;

/** Who is asking, or null for somebody not known. */
export async function findVisitor(
  request: Request,
  context: VisitContext,
): Promise<Visitor | null> {
  return readSession(request, context);
}

/** Somebody who has begun to learn, with or without an account. Others are asked for their continue code. */
export async function requireLearner(request: Request, context: VisitContext): Promise<Visitor> {
  const visitor = await findVisitor(request, context);
  if (!visitor) throw redirect(wayIn(request, '/continue'));
  return visitor;
}

/** Somebody with an account. A learner without one is asked to make it, anyone else to sign in. */
export async function requireRegistered(request: Request, context: VisitContext): Promise<Visitor> {
  const visitor = await findVisitor(request, context);
  if (!visitor) throw redirect(wayIn(request, '/sign-in'));
  if (!visitor.registered) throw redirect(wayIn(request, '/join'));
  return visitor;
}

/**
 * Somebody who holds one of the roles, wherever. Which area or host is for a policy to say. Roles count
 * once a second factor was shown, so whoever holds any is asked for it first.
 */
export async function requireRole(
  request: Request,
  context: VisitContext,
  ...roles: Role[]
): Promise<Visitor> {
  const visitor = await findVisitor(request, context);
  if (!visitor) throw redirect(wayIn(request, '/sign-in'));
  if (visitor.awaitsSecondFactor) throw redirect(wayIn(request, '/sign-in/second'));
  if (!visitor.grants.some(({ role }) => roles.includes(role))) {
    throw new Response(null, { status: 403 });
  }
  return visitor;
}

/**
 * Somebody with an account who, where she has a second factor, showed it a moment ago. For what would
 * let a stranger at her desk stay in.
 */
export async function requireFresh(
  request: Request,
  context: VisitContext,
  at: Date,
): Promise<Visitor> {
  const visitor = await requireRegistered(request, context);
  if (isFresh(visitor, at)) return visitor;
  const { personId } = visitor;
  const { authenticatorSince, passkeys } = await findSecondFactors(context.store.read, {
    personId,
  });
  if (!authenticatorSince && passkeys === 0) return visitor;
  const { pathname } = new URL(request.url);
  throw redirect(`/sign-in/second?to=${encodeURIComponent(pathname)}`);
}

/** In the edition that was being read; back only to a page that was being read, as what was being sent is not sent again. */
function wayIn(request: Request, path: string): string {
  const { pathname, search } = new URL(request.url);
  const way = pathIn(editionOfPath(pathname), path);
  return request.method === 'GET' ? `${way}?to=${encodeURIComponent(pathname + search)}` : way;
}
