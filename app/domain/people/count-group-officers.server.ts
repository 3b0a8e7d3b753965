import { and, countDistinct, eq, gt, isNull, or } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';

export type CountGroupOfficers = { group: Authorised<{ id: string }>; at: Date };

/** How many people hold a role over a group. */
export async function countGroupOfficers(
  db: Db,
  { group, at }: CountGroupOfficers,
): Promise<number> {
  const [held] = await db
    .select({ n: countDistinct(roleGrants.personId) })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.groupId, group.id),
        or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at)),
      ),
    );
  return held?.n ?? 0;
}
