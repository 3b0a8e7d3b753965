import { inArray, or, sql, type SQL } from 'drizzle-orm';
import type { AnyColumn } from './kit.server';
import { regionGroupMembers, regionGroups, regions, regionSuccessions } from './schema.server';
import type { Reach } from '~/lib/bound';
import { jstDates, now } from '~/lib/clock';

/**
 * True where `areaCode` lies within the areas and groups that are reached: the area itself, its wards,
 * the municipalities of a prefecture, the members of a group until it ends, and what was merged into
 * any of them by today. Organisations are another column's business.
 */
export function withinAreas(areaCode: AnyColumn, reach: Reach): SQL {
  if (reach.everywhere) return sql`1 = 1`;
  const { areaCodes, groupIds } = reach;
  if (areaCodes.length === 0 && groupIds.length === 0) return sql`1 = 0`;
  const members = groupIds.length
    ? sql`select ${regionGroupMembers.areaCode} from ${regionGroupMembers}
        join ${regionGroups} on ${regionGroups.id} = ${regionGroupMembers.groupId}
        where ${inArray(regionGroups.id, [...groupIds])} and ${regionGroups.endedAt} is null`
    : sql`select null where 1 = 0`;
  const named = areaCodes.length
    ? sql`select ${regions.code} from ${regions} where ${or(
        inArray(regions.code, [...areaCodes]),
        inArray(regions.parentCode, [...areaCodes]),
        inArray(regions.prefectureCode, [...areaCodes]),
      )}`
    : sql`select null where 1 = 0`;
  return sql`${areaCode} in (
    with recursive reached(code) as (
      ${named} union ${members}
      union select ${regions.code} from ${regions} join reached on ${regions.parentCode} = reached.code
      union select ${regionSuccessions.fromCode} from ${regionSuccessions} join reached on ${regionSuccessions.toCode} = reached.code
        where ${regionSuccessions.day} <= ${jstDates(now()).day}
    ) select code from reached)`;
}
