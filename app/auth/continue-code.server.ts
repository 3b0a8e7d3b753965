import type { AppLoadContext } from '@remix-run/node';
import { countTry } from '~/domain/operation/count-try.server';
import {
  redeemContinueCode,
  type RedeemedContinueCode,
} from '~/domain/people/redeem-continue-code.server';
import { replaceContinueCode } from '~/domain/people/replace-continue-code.server';
import { isUniqueViolation } from '~/db/unique-violation.server';
import { normaliseCode } from '~/lib/code';
import { newCode } from '~/lib/id.server';
import { keyedDigest } from './digest.server';
import { secretsOf } from './key-id.server';
import { tryKey } from './try-key.server';

export const CONTINUE_CODE_LENGTH = 8;
export const CONTINUE_CODE_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A whole hall may sit behind one address; 40 bits leave a guesser no hope at this pace. */
const TRIES_OF_ADDRESS = 60;
const WINDOW_SECONDS = 10 * 60;
const DRAWS = 5;

const codeHash = ({ secret }: Pick<AppLoadContext, 'secret'>, code: string) =>
  keyedDigest(secret, 'continue code', code);

export type GivenContinueCode = { code: string; expiresAt: Date };

/** A new つづきの番号 for a learner without an account; the one before no longer holds. Only its keyed digest is stored. */
export async function giveContinueCode(
  context: Pick<AppLoadContext, 'store' | 'secret'>,
  { personId, at }: { personId: string; at: Date },
): Promise<GivenContinueCode> {
  const expiresAt = new Date(at.getTime() + CONTINUE_CODE_DAYS * DAY_MS);
  for (let draw = 1; ; draw += 1) {
    const code = newCode(CONTINUE_CODE_LENGTH);
    const row = { personId, codeHash: codeHash(context, code), expiresAt, at };
    try {
      await context.store.tx((db) => replaceContinueCode(db, row));
      return { code, expiresAt };
    } catch (error) {
      if (!isUniqueViolation(error) || draw === DRAWS) throw error;
    }
  }
}

export type ReadContinueCode =
  RedeemedContinueCode | { ok: false; reason: 'slow-down'; retryAt: Date };

/** Whose code somebody typed, in any width and case, with or without the hyphen. */
export async function readContinueCode(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'olderSecrets' | 'clientAddress'>,
  { typed, at }: { typed: string; at: Date },
): Promise<ReadContinueCode> {
  const key = tryKey(context, 'continue code', context.clientAddress);
  const limit = { key, limit: TRIES_OF_ADDRESS, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) return { ok: false, reason: 'slow-down', retryAt: counted.retryAt };
  const code = normaliseCode(typed);
  const codeHashes = secretsOf(context).map((secret) => codeHash({ secret }, code));
  return redeemContinueCode(context.store.read, { codeHashes, at });
}
