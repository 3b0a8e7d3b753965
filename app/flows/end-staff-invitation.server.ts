import type { AppLoadContext } from '@remix-run/node';
import { giveBound, grantBound } from '~/auth/policies/staff';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { endInvitation } from '~/domain/invitations/end-invitation.server';
import { findOpenInvitations } from '~/domain/invitations/find-open-invitations.server';
import { findOwnGrants } from '~/domain/people/find-own-grants.server';

/** Closes a link that still gives a role. False for one that somebody may not close, or that is not open. */
export async function endStaffInvitation(
  { store }: Pick<AppLoadContext, 'store'>,
  { id, by, at }: { id: string; by: string; at: Date },
): Promise<boolean> {
  return store.tx(async (db) => {
    const grants = await findOwnGrants(db, { personId: by, at });
    const [seen] = await findOpenInvitations(db, { id, within: grantBound(grants), at, limit: 1 });
    if (!seen) return false;
    const within = giveBound(grants, seen.role);
    const [invitation] = await findOpenInvitations(db, { id, within, at, limit: 1 });
    if (!invitation || !(await endInvitation(db, { invitation, at }))) return false;
    const { role, areaCode, organisationAreaCode } = invitation;
    await recordAudit(db, {
      at,
      actorId: by,
      action: 'invitation.end',
      subjectKind: 'invitation',
      subjectId: id,
      areaCode: areaCode ?? organisationAreaCode,
      detail: { role },
    });
    return true;
  });
}
