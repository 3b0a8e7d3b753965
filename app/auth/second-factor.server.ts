import type { AppLoadContext } from '@remix-run/node';
import { findAuthenticator } from '~/domain/entry/find-authenticator.server';
import { takeStep } from '~/domain/entry/take-step.server';
import { useRecoveryCode } from '~/domain/entry/use-recovery-code.server';
import { countTry } from '~/domain/operation/count-try.server';
import { forgetTries } from '~/domain/operation/forget-tries.server';
import { recoveryCodeHashes } from './recovery-codes.server';
import { matchingStep, newTotpSecret, TOTP_DIGITS } from './totp';
import { openTotpSecret, sealTotpSecret } from './totp-secret.server';
import { tryKey } from './try-key.server';
import type { Visitor } from './visitor';

const WINDOW_SECONDS = 15 * 60;
/** Wrong codes for one person from one address, for one person from everywhere, and from one address. */
const TRIES = 5;
const TRIES_OF_PERSON = 20;
const TRIES_OF_ADDRESS = 200;

/** For so long a second factor that was shown is enough for what is asked for once more. */
export const FRESH_MINUTES = 10;

export function isFresh({ secondFactorAt }: Pick<Visitor, 'secondFactorAt'>, at: Date): boolean {
  if (!secondFactorAt) return false;
  return Math.abs(at.getTime() - secondFactorAt.getTime()) < FRESH_MINUTES * 60_000;
}

type FactorContext = Pick<AppLoadContext, 'store' | 'secret' | 'olderSecrets' | 'clientAddress'>;

export type ShowSecondFactor = {
  personId: string;
  /** A code of the authenticator or a recovery code, in any width. */
  typed: string;
  at: Date;
};

export type ShownSecondFactor =
  | { ok: true; by: 'code' | 'recovery-code' }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'used' }
  | { ok: false; reason: 'slow-down'; retryAt: Date };

/** Takes a code once. The same work is done for somebody who has no authenticator. */
export async function showSecondFactor(
  context: FactorContext,
  { personId, typed, at }: ShowSecondFactor,
): Promise<ShownSecondFactor> {
  const { clientAddress: address, store } = context;
  const limits = [
    { key: tryKey(context, 'second factor', address, personId), limit: TRIES },
    { key: tryKey(context, 'second factor person', personId), limit: TRIES_OF_PERSON },
    { key: tryKey(context, 'second factor address', address), limit: TRIES_OF_ADDRESS },
  ];
  for (const limit of limits) {
    const counted = await store.tx((db) =>
      countTry(db, { ...limit, windowSeconds: WINDOW_SECONDS, at }),
    );
    if (!counted.ok) return { ok: false, reason: 'slow-down', retryAt: counted.retryAt };
  }
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  const isTotp = new RegExp(`^\\d{${TOTP_DIGITS}}$`).test(code);
  const shown = isTotp
    ? await showCode(context, { personId, typed: code, at })
    : await showRecoveryCode(context, { personId, typed, at });
  if (shown.ok) {
    await store.tx(async (db) => {
      for (const { key } of limits.slice(0, 2)) await forgetTries(db, { key });
    });
  }
  return shown;
}

async function showCode(
  context: FactorContext,
  { personId, typed, at }: ShowSecondFactor,
): Promise<ShownSecondFactor> {
  const authenticator = await findAuthenticator(context.store.read, { personId });
  const opened = authenticator && openTotpSecret(context, authenticator);
  const step = matchingStep(opened?.secret ?? newTotpSecret(), typed, at);
  if (!opened || step === null) return { ok: false, reason: 'wrong' };
  const { secret, isOld } = opened;
  const resealed = isOld ? sealTotpSecret(context, { personId, secret }) : undefined;
  const taken = await context.store.tx((db) => takeStep(db, { personId, step, resealed }));
  return taken ? { ok: true, by: 'code' } : { ok: false, reason: 'used' };
}

async function showRecoveryCode(
  context: FactorContext,
  { personId, typed, at }: ShowSecondFactor,
): Promise<ShownSecondFactor> {
  const codeHashes = recoveryCodeHashes(context, { personId, typed });
  const used = await context.store.tx((db) => useRecoveryCode(db, { personId, codeHashes, at }));
  return used ? { ok: true, by: 'recovery-code' } : { ok: false, reason: 'wrong' };
}
