import { eq } from 'drizzle-orm';
import { authenticators, loginSessions, passkeys, recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/**
 * Takes away everything a person could show as a second factor, and signs her out everywhere: for
 * somebody who lost it all and was recognised by other means. Her roles wait until she has a new one.
 */
export async function resetSecondFactor(
  db: Db,
  { personId }: { personId: string },
): Promise<{ removed: number }> {
  const removed = [
    await db
      .delete(authenticators)
      .where(eq(authenticators.personId, personId))
      .returning({ personId: authenticators.personId }),
    await db
      .delete(passkeys)
      .where(eq(passkeys.personId, personId))
      .returning({ personId: passkeys.personId }),
    await db
      .delete(recoveryCodes)
      .where(eq(recoveryCodes.personId, personId))
      .returning({ personId: recoveryCodes.personId }),
  ];
  await db.delete(loginSessions).where(eq(loginSessions.personId, personId));
  return { removed: removed.flat().length };
}
