import { eq, inArray } from 'drizzle-orm';
import { organisations, regionGroups, regions, roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Role } from '~/db/tables/people';

export type ActorRole = {
  role: Role;
  /** The area, group or host of the role; null for everywhere. */
  place: string | null;
};

type Deed = { actorId: string | null; at: Date };

/** By what roles somebody acted: for each deed those that were in force then. */
export async function findActorRoles<D extends Deed>(
  db: Db,
  deeds: readonly D[],
): Promise<(D & { roles: ActorRole[] })[]> {
  const ids = [...new Set(deeds.flatMap(({ actorId }) => actorId ?? []))];
  const grants = await db
    .select({
      personId: roleGrants.personId,
      role: roleGrants.role,
      fromAt: roleGrants.fromAt,
      untilAt: roleGrants.untilAt,
      area: regions.name,
      organisation: organisations.name,
      group: regionGroups.name,
    })
    .from(roleGrants)
    .leftJoin(regions, eq(regions.code, roleGrants.areaCode))
    .leftJoin(organisations, eq(organisations.id, roleGrants.organisationId))
    .leftJoin(regionGroups, eq(regionGroups.id, roleGrants.groupId))
    .where(inArray(roleGrants.personId, ids));
  return deeds.map((deed) => ({
    ...deed,
    roles: grants
      .filter(({ personId }) => personId === deed.actorId)
      .filter(({ fromAt, untilAt }) => fromAt <= deed.at && (!untilAt || untilAt > deed.at))
      .map(({ role, area, organisation, group }) => ({
        role,
        place: organisation ?? group ?? area,
      })),
  }));
}
