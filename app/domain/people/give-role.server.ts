import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Role } from '~/db/tables/people';
import { newId } from '~/lib/id.server';
import { isInForce } from './grant-columns.server';

export type GiveRole = {
  personId: string;
  role: Role;
  areaCode: string | null;
  organisationId: string | null;
  groupId: string | null;
  /** Null for what a command of the machine's keeper gives. */
  grantedBy: string | null;
  invitationId: string | null;
  untilAt: Date | null;
  at: Date;
};

export type GivenRole = { ok: true; id: string } | { ok: false; reason: 'has-it' };

/** Gives a role from now on. One that she has already over the same is not given twice. */
export async function giveRole(db: Db, input: GiveRole): Promise<GivenRole> {
  const { at, ...grant } = input;
  const same = (column: typeof roleGrants.areaCode, value: string | null): SQL =>
    value === null ? isNull(column) : eq(column, value);
  const [held] = await db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, grant.personId),
        eq(roleGrants.role, grant.role),
        same(roleGrants.areaCode, grant.areaCode),
        same(roleGrants.organisationId as typeof roleGrants.areaCode, grant.organisationId),
        same(roleGrants.groupId as typeof roleGrants.areaCode, grant.groupId),
        isInForce(at),
      ),
    );
  if (held) return { ok: false, reason: 'has-it' };
  const id = newId(at);
  await db.insert(roleGrants).values({ ...grant, id, fromAt: at });
  return { ok: true, id };
}
