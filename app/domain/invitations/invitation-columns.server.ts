import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { invitations, organisations, people, regionGroups, regions } from '~/db/schema.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';

export const invitationPrefecture = alias(regions, 'invitation_prefecture');
export const invitationCity = alias(regions, 'invitation_city');

/** An invitation with the names of what its role is over and of who invites. */
export type InvitationRow = Omit<typeof invitations.$inferSelect, 'tokenHash'> & {
  areaName: string | null;
  cityName: string | null;
  prefectureName: string | null;
  organisationName: string | null;
  organisationAreaCode: string | null;
  groupName: string | null;
  createdByName: string | null;
};

export const INVITATION_COLUMNS = {
  id: invitations.id,
  role: invitations.role,
  areaCode: invitations.areaCode,
  organisationId: invitations.organisationId,
  groupId: invitations.groupId,
  note: invitations.note,
  createdBy: invitations.createdBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  grantUntilAt: invitations.grantUntilAt,
  maxUses: invitations.maxUses,
  uses: invitations.uses,
  endedAt: invitations.endedAt,
  areaName: regions.name,
  cityName: sql<string | null>`${invitationCity.name}`,
  prefectureName: sql<string | null>`${invitationPrefecture.name}`,
  organisationName: organisations.name,
  organisationAreaCode: organisations.areaCode,
  groupName: regionGroups.name,
  createdByName: people.name,
};

export const JOINED_BY = {
  creator: eq(people.id, invitations.createdBy),
  area: eq(regions.code, invitations.areaCode),
  prefecture: eq(invitationPrefecture.code, regions.prefectureCode),
  city: eq(invitationCity.code, regions.parentCode),
  organisation: eq(organisations.id, invitations.organisationId),
  group: eq(regionGroups.id, invitations.groupId),
};

/** Still good for somebody: in time, not ended, not used up. */
export const isOpen = (at: Date) =>
  and(
    isNull(invitations.endedAt),
    gt(invitations.expiresAt, at),
    gt(invitations.maxUses, invitations.uses),
    or(isNull(invitations.grantUntilAt), gt(invitations.grantUntilAt, at)),
  );

/** For a role over an area within the bound, or over a host of one. */
export const isWithin = (within: Bound<'grant'>) =>
  within.everywhere
    ? sql`1 = 1`
    : or(
        and(isNull(invitations.organisationId), withinAreas(invitations.areaCode, within)),
        withinAreas(organisations.areaCode, within),
        inArray(invitations.organisationId, [...within.organisationIds]),
      );
