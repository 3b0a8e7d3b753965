import type { AppLoadContext } from '@remix-run/node';
import { sha256 } from './digest.server';

type Secrets = Pick<AppLoadContext, 'secret' | 'olderSecrets'>;

/** Names a secret without telling it. */
export function keyIdOf(secret: string): string {
  return sha256(`key id ${secret}`).slice(0, 8);
}

/** Every secret that what was made earlier may have been made with, the current one first. */
export function secretsOf({ secret, olderSecrets }: Secrets): string[] {
  return [secret, ...olderSecrets];
}
