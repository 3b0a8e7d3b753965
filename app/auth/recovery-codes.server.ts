import type { AppLoadContext } from '@remix-run/node';
import type { Db } from '~/db/store.server';
import { replaceRecoveryCodes } from '~/domain/entry/replace-recovery-codes.server';
import { normaliseCode } from '~/lib/code';
import { newCode } from '~/lib/id.server';
import { keyedDigest } from './digest.server';
import { secretsOf } from './key-id.server';

export const RECOVERY_CODES = 10;
export const RECOVERY_CODE_LENGTH = 12;

const digest = (secret: string, personId: string, code: string) =>
  keyedDigest(secret, 'recovery code', personId, code);

/** The digests under which a typed code may have been kept. */
export function recoveryCodeHashes(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { personId, typed }: { personId: string; typed: string },
): string[] {
  const code = normaliseCode(typed);
  return secretsOf(context).map((secret) => digest(secret, personId, code));
}

/** Ten new codes, to be shown once; only their digests are kept, and those before no longer hold. */
export async function giveRecoveryCodes(
  { secret }: Pick<AppLoadContext, 'secret'>,
  db: Db,
  { personId, at }: { personId: string; at: Date },
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newCode(RECOVERY_CODE_LENGTH));
  const codeHashes = codes.map((code) => digest(secret, personId, code));
  await replaceRecoveryCodes(db, { personId, codeHashes, at });
  return codes;
}
