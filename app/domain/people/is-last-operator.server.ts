import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { countOperators } from './count-operators.server';

/** Whether one of these records holds the role of operator and nobody else does: the service would be left to nobody. */
export async function isLastOperator(
  db: Db,
  { personIds, at }: { personIds: readonly string[]; at: Date },
): Promise<boolean> {
  const [held] = await db
    .select({ personId: roleGrants.personId })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, 'operator'),
        inArray(roleGrants.personId, [...personIds]),
        or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at)),
      ),
    )
    .limit(1);
  if (!held) return false;
  return (await countOperators(db, { at, butPersonId: held.personId })) === 0;
}
