import { passwords } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type KeepPassword = { personId: string; passwordHash: string; at: Date };

/** The password or passphrase that holds from now on. */
export async function keepPassword(
  db: Db,
  { personId, passwordHash, at }: KeepPassword,
): Promise<void> {
  const kept = { hash: passwordHash, changedAt: at };
  await db
    .insert(passwords)
    .values({ personId, ...kept })
    .onConflictDoUpdate({ target: passwords.personId, set: kept });
}
