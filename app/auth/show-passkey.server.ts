import type { AppLoadContext } from '@remix-run/node';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { countPasskeyUse } from '~/domain/entry/count-passkey-use.server';
import { findPasskey } from '~/domain/entry/find-passkey.server';
import type { Passkey } from '~/domain/entry/find-passkeys.server';
import { findKeptPersonId } from '~/domain/people/find-kept-person-id.server';
import { challengeOf, type ShownAnswer } from './passkey-answer';
import { spendChallenge } from './passkey-challenge.server';
import { relyingPartyId } from './passkey-options.server';

export type ShowPasskey = {
  answer: ShownAnswer;
  /** Whose passkey it has to be; null where the passkey says who she is. */
  personId: string | null;
  at: Date;
};

export type ShownPasskey =
  | { ok: true; personId: string }
  | { ok: false; reason: 'expired' | 'unknown' | 'refused' | 'copied' };

/** Whose passkey it is, when it answers our challenge, the device checked who holds it, and its counter went on. */
export async function showPasskey(
  request: Request,
  context: Pick<AppLoadContext, 'store' | 'origin'>,
  { answer, personId, at }: ShowPasskey,
): Promise<ShownPasskey> {
  const { store } = context;
  const challenge = challengeOf(answer);
  const use = personId ? 'second' : 'sign-in';
  const spent = await spendChallenge(request, context, { use, personId, challenge, at });
  if (!spent) return { ok: false, reason: 'expired' };

  const passkey = await findPasskey(store.read, { id: answer.id });
  if (!passkey) return { ok: false, reason: 'unknown' };
  const holder = await findKeptPersonId(store.read, { id: passkey.personId });
  if (personId && holder !== personId) return { ok: false, reason: 'unknown' };
  const { userHandle } = answer.response;
  const named = userHandle && Buffer.from(userHandle, 'base64url').toString('utf8');
  if (named ? (await findKeptPersonId(store.read, { id: named })) !== holder : !personId) {
    return { ok: false, reason: 'refused' };
  }
  const shown = await verified(context, { answer, passkey, challenge });
  if (!shown) return { ok: false, reason: 'refused' };

  const { newCounter: counter, credentialBackedUp: backedUp } = shown;
  return store.tx(async (db) => {
    const counted = await countPasskeyUse(db, { id: passkey.id, counter, backedUp, at });
    if (counted) return { ok: true, personId: holder };
    await recordAudit(db, {
      at,
      actorId: null,
      action: 'passkey.counter-back',
      subjectKind: 'person',
      subjectId: holder,
      detail: { kept: passkey.counter, shown: counter },
    });
    return { ok: false, reason: 'copied' };
  });
}

type ToVerify = { answer: ShownAnswer; passkey: Passkey; challenge: string };

async function verified(
  context: Pick<AppLoadContext, 'origin'>,
  { answer, passkey, challenge }: ToVerify,
) {
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: context.origin,
      expectedRPID: relyingPartyId(context),
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        // Compared where it is written: here an older one would throw before the signature is looked
        // at, and a copy of a device could not be told from a forgery.
        counter: 0,
      },
      requireUserVerification: true,
    });
    return isRight ? authenticationInfo : null;
  } catch {
    // Whatever does not verify is refused, and why is the sender's to know.
    return null;
  }
}
