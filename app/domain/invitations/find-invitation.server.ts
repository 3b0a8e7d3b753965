import { eq } from 'drizzle-orm';
import { invitations, organisations, people, regionGroups, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import {
  INVITATION_COLUMNS,
  invitationCity,
  invitationPrefecture,
  JOINED_BY,
  type InvitationRow,
} from './invitation-columns.server';

/** For whoever has the link. Ended and expired ones too. */
export async function findInvitation(
  db: Db,
  { tokenHash }: { tokenHash: string },
): Promise<InvitationRow | null> {
  const [row] = await db
    .select(INVITATION_COLUMNS)
    .from(invitations)
    .innerJoin(people, JOINED_BY.creator)
    .leftJoin(regions, JOINED_BY.area)
    .leftJoin(invitationPrefecture, JOINED_BY.prefecture)
    .leftJoin(invitationCity, JOINED_BY.city)
    .leftJoin(organisations, JOINED_BY.organisation)
    .leftJoin(regionGroups, JOINED_BY.group)
    .where(eq(invitations.tokenHash, tokenHash));
  return row ?? null;
}
