import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { nameShares } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

export type WithdrawNames = { organisation: Authorised<Organisation>; id: string; at: Date };

/** From now on the prefecture sees those names no more. The prefecture's code, or null when there was nothing to withdraw. */
export async function withdrawNames(
  db: Db,
  { organisation, id, at }: WithdrawNames,
): Promise<string | null> {
  const [ended] = await db
    .update(nameShares)
    .set({ untilAt: at })
    .where(
      and(
        eq(nameShares.id, id),
        eq(nameShares.organisationId, organisation.id),
        or(isNull(nameShares.untilAt), gt(nameShares.untilAt, at)),
      ),
    )
    .returning({ areaCode: nameShares.areaCode });
  return ended?.areaCode ?? null;
}
