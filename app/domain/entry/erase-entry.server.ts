import { and, inArray, isNull, or, sql } from 'drizzle-orm';
import {
  authenticators,
  identities,
  invitations,
  oneTimeTokens,
  passkeys,
  recoveryCodes,
  roleGrants,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type EraseEntry = {
  personIds: readonly string[];
  /** Folded addresses by which links were asked for, of nobody else. */
  emailKeys: readonly string[];
  at: Date;
};

/**
 * Takes away every way in beside the password. Of invitations that brought her the note is emptied, as it
 * may say her name; those that she gave end. To be called while her roles are still there.
 */
export async function eraseEntry(db: Db, { personIds, emailKeys, at }: EraseEntry): Promise<void> {
  const hers = [...personIds];
  await db.delete(passkeys).where(inArray(passkeys.personId, hers));
  await db.delete(authenticators).where(inArray(authenticators.personId, hers));
  await db.delete(recoveryCodes).where(inArray(recoveryCodes.personId, hers));
  await db.delete(identities).where(inArray(identities.personId, hers));
  const asked = sql<string>`json_extract(${oneTimeTokens.detail}, '$.emailKey')`;
  await db
    .delete(oneTimeTokens)
    .where(or(inArray(oneTimeTokens.personId, hers), inArray(asked, [...emailKeys])));
  const used = db
    .select({ id: roleGrants.invitationId })
    .from(roleGrants)
    .where(inArray(roleGrants.personId, hers));
  await db.update(invitations).set({ note: '' }).where(inArray(invitations.id, used));
  await db
    .update(invitations)
    .set({ endedAt: at })
    .where(and(inArray(invitations.createdBy, hers), isNull(invitations.endedAt)));
}
