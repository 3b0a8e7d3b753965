import { inArray, or, sql } from 'drizzle-orm';
import {
  authenticators,
  identities,
  invitations,
  oneTimeTokens,
  passkeys,
  recoveryCodes,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FindEntryRows = { personIds: readonly string[]; emailKeys: readonly string[] };

/** Every way in beside the password, for whoever it is about: that it is there, never its secret. */
export async function findEntryRows(db: Db, { personIds, emailKeys }: FindEntryRows) {
  const hers = [...personIds];
  const asked = sql<string>`json_extract(${oneTimeTokens.detail}, '$.emailKey')`;
  return {
    passkeys: await db
      .select({
        personId: passkeys.personId,
        label: passkeys.label,
        backedUp: passkeys.backedUp,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(inArray(passkeys.personId, hers)),
    authenticators: await db
      .select({
        personId: authenticators.personId,
        createdAt: authenticators.createdAt,
        confirmedAt: authenticators.confirmedAt,
      })
      .from(authenticators)
      .where(inArray(authenticators.personId, hers)),
    recoveryCodes: await db
      .select({
        personId: recoveryCodes.personId,
        createdAt: recoveryCodes.createdAt,
        usedAt: recoveryCodes.usedAt,
      })
      .from(recoveryCodes)
      .where(inArray(recoveryCodes.personId, hers)),
    oneTimeTokens: await db
      .select({
        purpose: oneTimeTokens.purpose,
        createdAt: oneTimeTokens.createdAt,
        expiresAt: oneTimeTokens.expiresAt,
        usedAt: oneTimeTokens.usedAt,
      })
      .from(oneTimeTokens)
      .where(or(inArray(oneTimeTokens.personId, hers), inArray(asked, [...emailKeys]))),
    identities: await db
      .select({
        personId: identities.personId,
        issuer: identities.issuer,
        subject: identities.subject,
        createdAt: identities.createdAt,
        lastUsedAt: identities.lastUsedAt,
      })
      .from(identities)
      .where(inArray(identities.personId, hers)),
    invitations: await db
      .select({
        role: invitations.role,
        areaCode: invitations.areaCode,
        organisationId: invitations.organisationId,
        groupId: invitations.groupId,
        note: invitations.note,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
        endedAt: invitations.endedAt,
      })
      .from(invitations)
      .where(inArray(invitations.createdBy, hers)),
  };
}
