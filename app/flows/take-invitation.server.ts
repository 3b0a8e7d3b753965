import type { AppLoadContext } from '@remix-run/node';
import { sha256 } from '~/auth/digest.server';
import type { Db } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { countUse } from '~/domain/invitations/count-use.server';
import { findInvitation } from '~/domain/invitations/find-invitation.server';
import type { InvitationRow } from '~/domain/invitations/invitation-columns.server';
import { findInvitedGrant } from '~/domain/people/find-invited-grant.server';
import { findOwnGrants } from '~/domain/people/find-own-grants.server';
import { giveRole } from '~/domain/people/give-role.server';
import { findRolePlace } from './find-role-place.server';

/** An invitation that is good at that moment, and that whoever made it might still make. */
export async function findGoodInvitation(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<{ invitation: InvitationRow; logAreaCode: string | null } | null> {
  const invitation = await findInvitation(db, { tokenHash: sha256(token) });
  if (!invitation || invitation.endedAt || invitation.expiresAt <= at) return null;
  const { grantUntilAt, role, areaCode, organisationId, groupId, createdBy } = invitation;
  if (grantUntilAt && grantUntilAt <= at) return null;
  const grants = await findOwnGrants(db, { personId: createdBy, at });
  const wanted = { role, areaCode, organisationId, groupId };
  const place = await findRolePlace(db, { ...wanted, grants, at });
  return place && { invitation, ...place };
}

export type TakeInvitation = { token: string; personId: string; at: Date };

export type TakenInvitation = { ok: true } | { ok: false; reason: 'gone' | 'has-it' };

/** Takes the role that is offered. Taken twice by one person it is taken once, and never by more than it was made for. */
export async function takeInvitation(
  { store }: Pick<AppLoadContext, 'store'>,
  { token, personId, at }: TakeInvitation,
): Promise<TakenInvitation> {
  return store.tx(async (db) => {
    const good = await findGoodInvitation(db, { token, at });
    if (!good) return { ok: false, reason: 'gone' };
    const { invitation, logAreaCode } = good;
    const { id: invitationId, role, areaCode, organisationId, groupId, createdBy } = invitation;
    const before = await findInvitedGrant(db, { invitationId, personId });
    if (before) {
      const isHeld = before.untilAt === null || before.untilAt > at;
      return isHeld ? { ok: true } : { ok: false, reason: 'gone' };
    }
    if (invitation.uses >= invitation.maxUses) return { ok: false, reason: 'gone' };
    const wanted = { role, areaCode, organisationId, groupId };
    const given = await giveRole(db, {
      ...wanted,
      personId,
      grantedBy: createdBy,
      invitationId,
      untilAt: invitation.grantUntilAt,
      at,
    });
    if (!given.ok) return { ok: false, reason: 'has-it' };
    if (!(await countUse(db, { id: invitationId, at })))
      throw new Error(`no use left of invitation ${invitationId} that had one`);
    await recordAudit(db, {
      at,
      actorId: personId,
      action: 'role.take',
      subjectKind: 'role-grant',
      subjectId: given.id,
      areaCode: logAreaCode,
      detail: { ...wanted, personId, grantedBy: createdBy, invitationId },
    });
    return { ok: true };
  });
}
