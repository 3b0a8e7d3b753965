import { authenticators } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type KeepAuthenticator = {
  personId: string;
  sealedSecret: string;
  keyId: string;
  /** Of the code that confirmed it. */
  step: number;
  at: Date;
};

/** A person's authenticator, confirmed; in place of the one before. */
export async function keepAuthenticator(
  db: Db,
  { personId, sealedSecret, keyId, step, at }: KeepAuthenticator,
): Promise<void> {
  const fresh = { sealedSecret, keyId, createdAt: at, confirmedAt: at, lastStep: step };
  await db
    .insert(authenticators)
    .values({ personId, ...fresh })
    .onConflictDoUpdate({ target: authenticators.personId, set: fresh });
}
