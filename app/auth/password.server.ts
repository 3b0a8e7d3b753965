import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { PASSPHRASE_WORDS } from './passphrase-words';
import { foldSecret } from './secret-text';

/** argon2id is 2; the package declares it as a const enum, which isolated modules cannot read. */
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash takes 19 MB and a thread of the pool that also reads files. */
const AT_ONCE = 4;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // A turn that is handed on keeps its place in the count.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(foldSecret(password), COST));
}

let nobody: Promise<string> | undefined;

/** True when the password belongs to the hash. Without a hash the same work is done, for nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('a person who is not there');
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, foldSecret(password)));
  return right && stored !== null;
}

const PASSPHRASE_LENGTH = 5;

/** Five words, to be written down by somebody without an e-mail address. */
export function newPassphrase(): string {
  return Array.from(
    { length: PASSPHRASE_LENGTH },
    () => PASSPHRASE_WORDS[randomInt(PASSPHRASE_WORDS.length)]!,
  ).join(' ');
}
