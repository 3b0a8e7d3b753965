import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { countOperators } from './count-operators.server';
import type { GrantRow } from './grant-columns.server';

export type EndRole = { grant: Authorised<GrantRow>; endedBy: string; at: Date };

export type EndedRole = { ok: true } | { ok: false; reason: 'last-operator' | 'ended-before' };

/** Ends a role from now on. The last operator keeps hers. */
export async function endRole(db: Db, { grant, endedBy, at }: EndRole): Promise<EndedRole> {
  if (grant.role === 'operator' && (await countOperators(db, { at, butGrantId: grant.id })) === 0) {
    return { ok: false, reason: 'last-operator' };
  }
  const ended = await db
    .update(roleGrants)
    .set({ untilAt: at, endedBy })
    .where(
      and(eq(roleGrants.id, grant.id), or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at))),
    )
    .returning({ id: roleGrants.id });
  return ended.length === 1 ? { ok: true } : { ok: false, reason: 'ended-before' };
}
