import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { keyIdOf, secretsOf } from './key-id.server';

const keyOf = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'authenticator secret', 32));

const about = (personId: string) => Buffer.from(`authenticator of ${personId}`);

export type SealedSecret = { sealedSecret: string; keyId: string };

/** The secret of a person's authenticator as it is stored: without our key, and in another person's row, it cannot be opened. */
export function sealTotpSecret(
  { secret: key }: Pick<AppLoadContext, 'secret'>,
  { personId, secret }: { personId: string; secret: string },
): SealedSecret {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv);
  cipher.setAAD(about(personId));
  const parts = [iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return { sealedSecret: Buffer.concat(parts).toString('base64url'), keyId: keyIdOf(key) };
}

/** The secret, and whether an older key had sealed it; null when its key is gone. */
export function openTotpSecret(
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { personId, sealedSecret, keyId }: SealedSecret & { personId: string },
): { secret: string; isOld: boolean } | null {
  const key = secretsOf(context).find((one) => keyIdOf(one) === keyId);
  if (!key) return null;
  const bytes = Buffer.from(sealedSecret, 'base64url');
  const open = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, 12));
  open.setAAD(about(personId));
  open.setAuthTag(bytes.subarray(-16));
  const secret = open.update(bytes.subarray(12, -16), undefined, 'utf8') + open.final('utf8');
  return { secret, isOld: key !== context.secret };
}
