import type { AppLoadContext } from '@remix-run/node';
import { passwordRefusal, type PasswordRefusal } from '~/auth/password-refusal';
import { hashPassword, verifyPassword } from '~/auth/password.server';
import { rotateSession } from '~/auth/session.server';
import { tryKey } from '~/auth/try-key.server';
import type { Visitor } from '~/auth/visitor';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { countTry } from '~/domain/operation/count-try.server';
import { forgetTries } from '~/domain/operation/forget-tries.server';
import { changePassword } from '~/domain/people/change-password.server';
import { findPasswordHash } from '~/domain/people/find-password-hash.server';
import { findPerson } from '~/domain/people/find-person.server';

const TRIES = 10;
const WINDOW_SECONDS = 15 * 60;

export type ChangeOwnPassword = { visitor: Visitor; current: string; next: string; at: Date };

export type ChangedOwnPassword =
  | { ok: true; setCookie: string }
  | { ok: false; reason: 'wrong' | 'same' | PasswordRefusal }
  | { ok: false; reason: 'slow-down'; retryAt: Date };

/** Changes the password of whoever is signed in, signs her out everywhere else, and gives this browser a new secret. */
export async function changeOwnPassword(
  context: Pick<AppLoadContext, 'store' | 'origin' | 'secret'>,
  request: Request,
  { visitor, current, next, at }: ChangeOwnPassword,
): Promise<ChangedOwnPassword> {
  const { store } = context;
  const { personId, sessionHash } = visitor;
  const key = tryKey(context, 'password change', personId);
  const limit = { key, limit: TRIES, windowSeconds: WINDOW_SECONDS, at };
  const counted = await store.tx((db) => countTry(db, limit));
  if (!counted.ok) return { ok: false, reason: 'slow-down', retryAt: counted.retryAt };

  const from = await findPasswordHash(store.read, { personId });
  if (!(await verifyPassword(from, current)) || !from) return { ok: false, reason: 'wrong' };
  const person = await findPerson(store.read, { id: personId });
  const own = [visitor.name, visitor.number, person?.email ?? null];
  const refusal = passwordRefusal(next, own);
  if (refusal) return { ok: false, reason: refusal };
  if (await verifyPassword(from, next)) return { ok: false, reason: 'same' };

  const to = await hashPassword(next);
  const changed = await store.tx(async (db) => {
    if (!(await changePassword(db, { personId, from, to, at }))) return false;
    await endLoginSessions(db, { personId, exceptHash: sessionHash });
    await forgetTries(db, { key });
    const about = { subjectKind: 'person', subjectId: personId };
    await recordAudit(db, { at, actorId: personId, action: 'password.change', ...about });
    return true;
  });
  const rotated = changed ? await rotateSession(request, context) : null;
  return rotated ? { ok: true, setCookie: rotated.setCookie } : { ok: false, reason: 'wrong' };
}
