import type { AppLoadContext } from '@remix-run/node';
import { hashPassword, newPassphrase } from '~/auth/password.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { keepPassword } from '~/domain/people/keep-password.server';
import type { Authorised } from '~/lib/bound';

export type GiveNewPassphrase = {
  person: Authorised<{ id: string; enrolledAreaCode: string | null }>;
  /** Who gives it. */
  by: string;
  at: Date;
};

/** For somebody who stands at the counter and cannot sign in any more. It is shown once; where she was signed in she is no longer. */
export async function giveNewPassphrase(
  { store }: Pick<AppLoadContext, 'store'>,
  { person, by, at }: GiveNewPassphrase,
): Promise<{ passphrase: string }> {
  const passphrase = newPassphrase();
  const passwordHash = await hashPassword(passphrase);
  await store.tx(async (db) => {
    await keepPassword(db, { personId: person.id, passwordHash, at });
    await endLoginSessions(db, { personId: person.id });
    await recordAudit(db, {
      at,
      actorId: by,
      action: 'person.give-passphrase',
      subjectKind: 'person',
      subjectId: person.id,
      areaCode: person.enrolledAreaCode,
    });
  });
  return { passphrase };
}
