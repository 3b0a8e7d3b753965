import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { organisations, people, regionGroups, regions, roleGrants } from '~/db/schema.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Role } from '~/db/tables/people';
import type { Bound } from '~/lib/bound';

export const granter = alias(people, 'granter');
export const grantPrefecture = alias(regions, 'grant_prefecture');
export const grantCity = alias(regions, 'grant_city');

/** A role somebody has, with the names of what it is over. */
export type GrantRow = {
  id: string;
  personId: string;
  name: string | null;
  role: Role;
  areaCode: string | null;
  organisationId: string | null;
  groupId: string | null;
  fromAt: Date;
  untilAt: Date | null;
  areaName: string | null;
  cityName: string | null;
  prefectureName: string | null;
  organisationName: string | null;
  /** Of the host, for a role over one. */
  organisationAreaCode: string | null;
  groupName: string | null;
  grantedBy: string | null;
  grantedByName: string | null;
};

export const GRANT_COLUMNS = {
  id: roleGrants.id,
  personId: roleGrants.personId,
  name: people.name,
  role: roleGrants.role,
  areaCode: roleGrants.areaCode,
  organisationId: roleGrants.organisationId,
  groupId: roleGrants.groupId,
  fromAt: roleGrants.fromAt,
  untilAt: roleGrants.untilAt,
  areaName: regions.name,
  cityName: sql<string | null>`${grantCity.name}`,
  prefectureName: sql<string | null>`${grantPrefecture.name}`,
  organisationName: organisations.name,
  organisationAreaCode: organisations.areaCode,
  groupName: regionGroups.name,
  grantedBy: roleGrants.grantedBy,
  grantedByName: sql<string | null>`${granter.name}`,
};

/** In force at that moment: begun and not ended. */
export const isInForce = (at: Date) =>
  and(lte(roleGrants.fromAt, at), or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at)));

/** Held over an area within the bound, or over a host of one. Of a role over both, the host says. */
export const isWithin = (within: Bound<'grant'>) =>
  within.everywhere
    ? sql`1 = 1`
    : or(
        and(isNull(roleGrants.organisationId), withinAreas(roleGrants.areaCode, within)),
        withinAreas(organisations.areaCode, within),
        inArray(roleGrants.organisationId, [...within.organisationIds]),
      );

export const JOINED_BY = {
  person: and(eq(people.id, roleGrants.personId), isNull(people.erasedAt)),
  area: eq(regions.code, roleGrants.areaCode),
  prefecture: eq(grantPrefecture.code, regions.prefectureCode),
  city: eq(grantCity.code, regions.parentCode),
  organisation: eq(organisations.id, roleGrants.organisationId),
  group: eq(regionGroups.id, roleGrants.groupId),
  granter: eq(granter.id, roleGrants.grantedBy),
};
