import { createHash, createHmac } from 'node:crypto';

/** For secrets of 128 bits and more, which nobody can guess. */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** For what is short enough to be guessed: without our key the digest tells nothing. */
export function keyedDigest(secret: string, purpose: string, ...parts: string[]): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest('hex');
}
