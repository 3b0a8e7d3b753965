import { and, asc, sql } from 'drizzle-orm';
import { regionGroupMembers, regionGroups } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';

export type RegionGroup = typeof regionGroups.$inferSelect;
export type ListedGroup = RegionGroup & { members: number };

/** The groups of areas, those that have ended last, each by its reading. */
export async function findGroups(
  db: Db,
  { within }: { within: Bound<'region-group'> },
): Promise<ListedGroup[]> {
  const rows = await db
    .select({
      group: regionGroups,
      members: sql<number>`(select count(*) from ${regionGroupMembers} where ${regionGroupMembers.groupId} = ${regionGroups.id})`,
    })
    .from(regionGroups)
    .where(and(within.everywhere ? undefined : sql`1 = 0`))
    .orderBy(sql`${regionGroups.endedAt} is not null`, asc(regionGroups.kana));
  return rows.map(({ group, members }) => ({ ...group, members }));
}
