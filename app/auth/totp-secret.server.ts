import type { AppLoadContext } from '@remix-run/node';
import { keyIdOf, secretsOf } from './key-id.server';
import { openText, sealText } from './sealed-text.server';

const sealedFor = (personId: string) => ({
  purpose: 'authenticator secret',
  about: `authenticator of ${personId}`,
});

export type SealedSecret = { sealedSecret: string; keyId: string };

/** The secret of a person's authenticator as it is stored: without our key, and in another person's row, it cannot be opened. */
export function sealTotpSecret(
  { secret: key }: Pick<AppLoadContext, 'secret'>,
  { personId, secret }: { personId: string; secret: string },
): SealedSecret {
  return { sealedSecret: sealText(key, sealedFor(personId), secret), keyId: keyIdOf(key) };
}

/** The secret, and whether an older key had sealed it; null when its key is gone. */
export function openTotpSecret(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { personId, sealedSecret, keyId }: SealedSecret & { personId: string },
): { secret: string; isOld: boolean } | null {
  const key = secretsOf(context).find((one) => keyIdOf(one) === keyId);
  if (!key) return null;
  const secret = openText(key, sealedFor(personId), sealedSecret);
  return { secret, isOld: key !== context.secret };
}
