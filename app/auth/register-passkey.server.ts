import type { AppLoadContext } from '@remix-run/node';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { keepPasskey, type KeptPasskey } from '~/domain/entry/keep-passkey.server';
import { challengeOf, type RegisteredAnswer } from './passkey-answer';
import { spendChallenge } from './passkey-challenge.server';
import { relyingPartyId } from './passkey-options.server';

export type RegisterPasskey = {
  personId: string;
  answer: RegisteredAnswer;
  label: string;
  at: Date;
};

export type RegisteredPasskey = KeptPasskey | { ok: false; reason: 'expired' | 'refused' };

/** Keeps the passkey that a device made, when it answers our challenge and checked who holds it. */
export async function registerPasskey(
  request: Request,
  context: Pick<AppLoadContext, 'store' | 'origin'>,
  { personId, answer, label, at }: RegisterPasskey,
): Promise<RegisteredPasskey> {
  const challenge = challengeOf(answer);
  const spent = await spendChallenge(request, context, {
    use: 'register',
    personId,
    challenge,
    at,
  });
  if (!spent) return { ok: false, reason: 'expired' };
  const made = await verified(context, answer, challenge);
  if (!made) return { ok: false, reason: 'refused' };
  const { credential, credentialBackedUp } = made;
  return context.store.tx(async (db) => {
    const kept = await keepPasskey(db, {
      id: credential.id,
      personId,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: answer.response.transports ?? [],
      label,
      backedUp: credentialBackedUp,
      at,
    });
    if (kept.ok) {
      await recordAudit(db, {
        at,
        actorId: personId,
        action: 'passkey.register',
        subjectKind: 'person',
        subjectId: personId,
      });
    }
    return kept;
  });
}

async function verified(
  context: Pick<AppLoadContext, 'origin'>,
  answer: RegisteredAnswer,
  expectedChallenge: string,
) {
  try {
    if (hasCertificates(answer)) return null;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge,
      expectedOrigin: context.origin,
      expectedRPID: relyingPartyId(context),
      requireUserVerification: true,
    });
    return registrationInfo ?? null;
  } catch {
    // Whatever does not verify is refused, and why is the sender's to know.
    return null;
  }
}

/**
 * We do not ask which make a device is of, so no honest browser sends certificates. Verifying them
 * would fetch the lists of withdrawn ones from addresses that the sender wrote.
 */
function hasCertificates({ response }: RegisteredAnswer): boolean {
  const bytes = new Uint8Array(Buffer.from(response.attestationObject, 'base64url'));
  return decodeAttestationObject(bytes).get('attStmt').get('x5c') !== undefined;
}
