import { and, gt, inArray, isNull, or } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Whether one of these records holds a role, or will. */
export async function holdsRole(
  db: Db,
  { personIds, at }: { personIds: readonly string[]; at: Date },
): Promise<boolean> {
  const [role] = await db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        inArray(roleGrants.personId, [...personIds]),
        or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at)),
      ),
    )
    .limit(1);
  return role !== undefined;
}
