import { and, eq, isNull } from 'drizzle-orm';
import { invitations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { InvitationRow } from './invitation-columns.server';

/** False when it was ended before. */
export async function endInvitation(
  db: Db,
  { invitation, at }: { invitation: Authorised<InvitationRow>; at: Date },
): Promise<boolean> {
  const ended = await db
    .update(invitations)
    .set({ endedAt: at })
    .where(and(eq(invitations.id, invitation.id), isNull(invitations.endedAt)))
    .returning({ id: invitations.id });
  return ended.length === 1;
}
