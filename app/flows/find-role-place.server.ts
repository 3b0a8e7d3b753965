import { giveBound, ROLE_OVER } from '~/auth/policies/staff';
import type { Grant } from '~/auth/visitor';
import type { Db } from '~/db/store.server';
import type { Role } from '~/db/tables/people';
import { findHostsWithin } from '~/domain/organisations/find-hosts-within.server';
import { findOpenGroups } from '~/domain/regions/find-open-groups.server';
import { findRegionsWithin } from '~/domain/regions/find-regions-within.server';
import { jstDates } from '~/lib/clock';

export type RolePlace = {
  areaCode: string | null;
  organisationId: string | null;
  groupId: string | null;
};

type Asked = RolePlace & { role: Role; grants: readonly Grant[]; at: Date };

/**
 * Whether somebody with these roles gives this role over this, and the area of whose log that is.
 * Null when she does not, or there is no such place.
 */
export async function findRolePlace(
  db: Db,
  { role, areaCode, organisationId, groupId, grants, at }: Asked,
): Promise<{ logAreaCode: string | null } | null> {
  const within = giveBound(grants, role);
  const over = ROLE_OVER[role];
  const named = [areaCode, organisationId, groupId].filter((one) => one !== null);
  if (named.length > 1) return null;
  if (organisationId !== null) {
    if (!over.includes('organisation')) return null;
    const [host] = await findHostsWithin(db, { within, id: organisationId, limit: 1 });
    return host ? { logAreaCode: host.areaCode } : null;
  }
  if (groupId !== null) {
    if (!over.includes('group')) return null;
    const groups = await findOpenGroups(db, { within });
    return groups.some(({ id }) => id === groupId) ? { logAreaCode: null } : null;
  }
  if (areaCode !== null) {
    const { day } = jstDates(at);
    for (const kind of ['municipality', 'prefecture'] as const) {
      if (!over.includes(kind)) continue;
      const [region] = await findRegionsWithin(db, { within, kind, day, code: areaCode, limit: 1 });
      if (region) return { logAreaCode: region.code };
    }
    return null;
  }
  return over.includes('nation') && within.everywhere ? { logAreaCode: null } : null;
}
