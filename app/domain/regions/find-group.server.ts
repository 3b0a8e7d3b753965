import { asc, eq } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { regionGroupMembers, regionGroups, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import type { RegionGroup } from './find-groups.server';
import {
  cityOf,
  isCityOf,
  isPrefectureOf,
  PLACE_COLUMNS,
  prefectureOf,
  type Place,
} from './place-columns.server';

export type GroupMember = Place & { validUntil: string | null };
export type GroupWithMembers = RegionGroup & { members: GroupMember[] };

/** A group with its members by code, or null when there is none within the bound. */
export async function findGroup(
  db: Db,
  { id, within }: { id: string; within: Bound<'region-group'> },
): Promise<Authorised<GroupWithMembers> | null> {
  if (!within.everywhere) return null;
  const [group] = await db.select().from(regionGroups).where(eq(regionGroups.id, id));
  if (!group) return null;
  const members = await db
    .select({ ...PLACE_COLUMNS, validUntil: regions.validUntil })
    .from(regionGroupMembers)
    .innerJoin(regions, eq(regions.code, regionGroupMembers.areaCode))
    .innerJoin(prefectureOf, isPrefectureOf)
    .leftJoin(cityOf, isCityOf)
    .where(eq(regionGroupMembers.groupId, id))
    .orderBy(asc(regions.code));
  return authorised({ ...group, members }, within);
}
