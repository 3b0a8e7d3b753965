import { and, eq } from 'drizzle-orm';
import { roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The role that an invitation gave to a person, whether or not she has it still. */
export async function findInvitedGrant(
  db: Db,
  { invitationId, personId }: { invitationId: string; personId: string },
): Promise<{ id: string; untilAt: Date | null } | null> {
  const [row] = await db
    .select({ id: roleGrants.id, untilAt: roleGrants.untilAt })
    .from(roleGrants)
    .where(and(eq(roleGrants.invitationId, invitationId), eq(roleGrants.personId, personId)));
  return row ?? null;
}
