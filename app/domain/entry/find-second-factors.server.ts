import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { authenticators, passkeys, recoveryCodes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type SecondFactors = {
  /** Since when she has an authenticator. */
  authenticatorSince: Date | null;
  passkeys: number;
  recoveryCodesLeft: number;
};

/** What a person can show as a second factor. */
export async function findSecondFactors(
  db: Db,
  { personId }: { personId: string },
): Promise<SecondFactors> {
  const [authenticator] = await db
    .select({ since: authenticators.confirmedAt })
    .from(authenticators)
    .where(and(eq(authenticators.personId, personId), isNotNull(authenticators.confirmedAt)));
  const [keys] = await db
    .select({ howMany: count() })
    .from(passkeys)
    .where(eq(passkeys.personId, personId));
  const [codes] = await db
    .select({ howMany: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return {
    authenticatorSince: authenticator?.since ?? null,
    passkeys: keys?.howMany ?? 0,
    recoveryCodesLeft: codes?.howMany ?? 0,
  };
}
