import type { AppLoadContext } from '@remix-run/node';
import { giveRecoveryCodes } from '~/auth/recovery-codes.server';
import { rotateSession, type StartedSession } from '~/auth/session.server';
import { sealTotpSecret } from '~/auth/totp-secret.server';
import { matchingStep } from '~/auth/totp';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { keepAuthenticator } from '~/domain/entry/keep-authenticator.server';

export type SetUpAuthenticator = {
  personId: string;
  /** Base 32, as it was shown. */
  secret: string;
  /** What the authenticator shows. */
  typed: string;
  at: Date;
};

/**
 * Keeps an authenticator once it has shown a right code, in place of the one before. That code counts
 * as shown in this login, and the recovery codes are new.
 */
export async function setUpAuthenticator(
  context: AppLoadContext,
  request: Request,
  { personId, secret, typed, at }: SetUpAuthenticator,
): Promise<
  { ok: true; session: StartedSession; recoveryCodes: string[] } | { ok: false; reason: 'wrong' }
> {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  const step = matchingStep(secret, code, at);
  if (step === null) return { ok: false, reason: 'wrong' };
  const sealed = sealTotpSecret(context, { personId, secret });
  const recoveryCodes = await context.store.tx(async (db) => {
    await keepAuthenticator(db, { personId, ...sealed, step, at });
    const about = { subjectKind: 'person', subjectId: personId };
    await recordAudit(db, { at, actorId: personId, action: 'authenticator.set', ...about });
    return giveRecoveryCodes(context, db, { personId, at });
  });
  const session = await rotateSession(request, context, { secondFactorAt: at });
  return session ? { ok: true, session, recoveryCodes } : { ok: false, reason: 'wrong' };
}
