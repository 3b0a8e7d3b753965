import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What a text is sealed for: a key of its own for each purpose, and what it belongs to. */
export type SealedFor = { purpose: string; about: string };

const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

/** AES-256-GCM: without the secret, or about something else, it cannot be opened. In base64url. */
export function sealText(secret: string, { purpose, about }: SealedFor, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv);
  cipher.setAAD(Buffer.from(about));
  const parts = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64url');
}

/** Throws when it was sealed with another secret, for something else, or tampered with. */
export function openText(secret: string, { purpose, about }: SealedFor, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const open = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, 12));
  open.setAAD(Buffer.from(about));
  open.setAuthTag(bytes.subarray(-16));
  return open.update(bytes.subarray(12, -16), undefined, 'utf8') + open.final('utf8');
}
