import { and, eq, isNull, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { consents } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type WithdrawConsent = { personId: string; consentId: string; at: Date };

/** Takes one of her own back, in whichever of her records it stands. Null when there is none in force. */
export async function withdrawConsent(
  db: Db,
  { personId, consentId, at }: WithdrawConsent,
): Promise<{ areaCode: string | null; organisationId: string | null } | null> {
  const [withdrawn] = await db
    .update(consents)
    .set({ withdrawnAt: at })
    .where(
      and(
        eq(consents.id, consentId),
        sql`${consents.personId} in (${samePeople(personId)})`,
        isNull(consents.withdrawnAt),
      ),
    )
    .returning({ areaCode: consents.areaCode, organisationId: consents.organisationId });
  return withdrawn ?? null;
}
