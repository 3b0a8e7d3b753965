import { and, inArray, isNull, sql } from 'drizzle-orm';
import { regionGroupMembers, regionGroups } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';

export type FindGroupsOf = { areaCodes: readonly string[]; within: Bound<'region-group'> };

/** The groups, not ended, that have one of these areas as a member. */
export async function findGroupsOf(
  db: Db,
  { areaCodes, within }: FindGroupsOf,
): Promise<{ id: string; name: string }[]> {
  if (!within.everywhere) return [];
  const members = db
    .select({ id: regionGroupMembers.groupId })
    .from(regionGroupMembers)
    .where(inArray(regionGroupMembers.areaCode, [...areaCodes]));
  return db
    .select({ id: regionGroups.id, name: regionGroups.name })
    .from(regionGroups)
    .where(and(isNull(regionGroups.endedAt), sql`${regionGroups.id} in ${members}`))
    .orderBy(regionGroups.kana);
}
