import type { AppLoadContext } from '@remix-run/node';
import { hashPassword, newPassphrase } from '~/auth/password.server';
import { startSession } from '~/auth/session.server';
import type { Organisation } from '~/domain/organisations/ensure-operator.server';
import { endContinueCodes } from '~/domain/people/end-continue-codes.server';
import { findPerson } from '~/domain/people/find-person.server';
import { registerPerson, type Profile } from '~/domain/people/register-person.server';
import { findOfferedRegion } from '~/domain/regions/find-offered-region.server';
import { jstDates, now } from '~/lib/clock';
import { claimCompletions } from './claim-completions.server';
import { keepGuardianWord } from './guardian-word.server';
import { shareName } from './share-name.server';

export type RegisterLearner = {
  profile: Profile;
  /** Null for somebody without an e-mail address: a passphrase is made for her. */
  password: string | null;
  /** The row that the form's ticket names. */
  ticketPersonId: string;
  /** The learner without an account in whose browser the form was sent. */
  guestId: string | null;
  /** She lets her name be told to her municipality. */
  shareName?: boolean;
  /** The host that asked for her guardian's word, where she says she has it. */
  guardianHost?: Organisation | null;
  request: Request;
};

export type RegisteredLearner =
  | {
      ok: true;
      setCookie: string;
      sessionHash: string;
      number: string;
      /** Shown once; only its hash is kept. */
      passphrase: string | null;
    }
  | { ok: false; reason: 'unknown-region' | 'form-used' };

/**
 * Makes the account on the learner's own row, gives this browser a new session, and completes what
 * she had finished without an account.
 */
export async function registerLearner(
  context: AppLoadContext,
  input: RegisterLearner,
): Promise<RegisteredLearner> {
  const { store } = context;
  const region = await findOfferedRegion(store.read, {
    code: input.profile.municipalityCode,
    day: jstDates(now()).day,
  });
  if (!region) return { ok: false, reason: 'unknown-region' };

  const personId = await findRow(context, input);
  if (!personId) return { ok: false, reason: 'form-used' };
  const passphrase = input.password === null ? newPassphrase() : null;
  const passwordHash = await hashPassword(input.password ?? passphrase!);
  const at = now();
  const registered = await store.tx(async (db) => {
    const done = await registerPerson(db, { ...input.profile, personId, passwordHash, at });
    if (!done.ok) return done;
    await endContinueCodes(db, { personId, at });
    const { municipalityCode } = input.profile;
    if (input.shareName) await shareName(db, { personId, municipalityCode, at });
    if (input.guardianHost) await keepGuardianWord(db, { personId, host: input.guardianHost, at });
    return done;
  });
  if (!registered.ok) return { ok: false, reason: 'form-used' };

  await claimCompletions(store, { personId, programmes: context.content.programmes, at });
  const session = await startSession(context, personId, {
    way: 'password',
    request: input.request,
  });
  return { ok: true, ...session, number: registered.number, passphrase };
}

/** The learner's own row, else the one of the form's ticket; null when that is a learner who is no longer signed in here. */
async function findRow(
  { store }: AppLoadContext,
  { guestId, ticketPersonId }: RegisterLearner,
): Promise<string | null> {
  const named = await findPerson(store.read, { id: ticketPersonId });
  if (named?.registeredAt) return ticketPersonId;
  if (guestId) return guestId;
  return named ? null : ticketPersonId;
}
