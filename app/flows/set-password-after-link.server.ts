import type { AppLoadContext } from '@remix-run/node';
import { hashPassword } from '~/auth/password.server';
import type { Visitor } from '~/auth/visitor';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { findLoginSession } from '~/domain/entry/find-login-session.server';
import { keepPassword } from '~/domain/people/keep-password.server';

/** How long after signing in by a link a password is set without the one before. */
export const SET_MINUTES = 15;

type SetContext = Pick<AppLoadContext, 'store'>;
type Signed = Pick<Visitor, 'personId' | 'sessionHash' | 'way'>;

export async function maySetPassword(
  { store }: SetContext,
  { way, sessionHash }: Signed,
  at: Date,
): Promise<boolean> {
  if (way !== 'magic-link') return false;
  const login = await findLoginSession(store.read, { idHash: sessionHash });
  if (!login) return false;
  return Math.abs(at.getTime() - login.createdAt.getTime()) < SET_MINUTES * 60_000;
}

/** False when the time for it is over. Ends her other logins. */
export async function setPasswordAfterLink(
  context: SetContext,
  { visitor, password, at }: { visitor: Signed; password: string; at: Date },
): Promise<boolean> {
  if (!(await maySetPassword(context, visitor, at))) return false;
  const { personId, sessionHash } = visitor;
  const passwordHash = await hashPassword(password);
  await context.store.tx(async (db) => {
    await keepPassword(db, { personId, passwordHash, at });
    await endLoginSessions(db, { personId, exceptHash: sessionHash });
    await recordAudit(db, {
      at,
      actorId: personId,
      action: 'person.set-password',
      subjectKind: 'person',
      subjectId: personId,
    });
  });
  return true;
}
