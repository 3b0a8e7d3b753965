import { and, asc, eq, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import {
  invitations,
  organisations,
  people,
  regionGroups,
  regions,
  roleGrants,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import {
  INVITATION_COLUMNS,
  invitationCity,
  invitationPrefecture,
  isOpen,
  isWithin,
  JOINED_BY,
  type InvitationRow,
} from './invitation-columns.server';

export type FindOpenInvitations = {
  within: Bound<'grant'>;
  at: Date;
  /** This one only. */
  id?: string;
  limit: number;
  offset?: number;
};

export type OpenInvitation = InvitationRow & {
  /** How many there are, on this page and the others. */
  total: number;
};

/** Links that still give a role within the bound, the first to expire first. Who made one is named where her own role is within. */
export async function findOpenInvitations(
  db: Db,
  { within, at, id, limit, offset = 0 }: FindOpenInvitations,
): Promise<Authorised<OpenInvitation>[]> {
  const isKnown = within.everywhere
    ? sql`1 = 1`
    : sql`exists (select 1 from ${roleGrants} where ${roleGrants.personId} = ${people.id} and ${withinAreas(roleGrants.areaCode, within)})`;
  const rows = await db
    .select({
      ...INVITATION_COLUMNS,
      createdByName: sql<string | null>`case when ${isKnown} then ${people.name} end`,
      total: sql<number>`count(*) over ()`,
    })
    .from(invitations)
    .innerJoin(people, JOINED_BY.creator)
    .leftJoin(regions, JOINED_BY.area)
    .leftJoin(invitationPrefecture, JOINED_BY.prefecture)
    .leftJoin(invitationCity, JOINED_BY.city)
    .leftJoin(organisations, JOINED_BY.organisation)
    .leftJoin(regionGroups, JOINED_BY.group)
    .where(and(isWithin(within), isOpen(at), id === undefined ? undefined : eq(invitations.id, id)))
    .orderBy(asc(invitations.expiresAt), asc(invitations.id))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => authorised(row, within));
}
