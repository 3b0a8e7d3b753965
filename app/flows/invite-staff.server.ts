import type { AppLoadContext } from '@remix-run/node';
import { keyedDigest, sha256 } from '~/auth/digest.server';
import type { Visitor } from '~/auth/visitor';
import type { Role } from '~/db/tables/people';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { makeInvitation } from '~/domain/invitations/make-invitation.server';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { findRolePlace, type RolePlace } from './find-role-place.server';
import { queueMail } from './queue-mail.server';

export type InviteStaff = RolePlace & {
  /** Given with the form, so that the form sent twice is one invitation. */
  id: string;
  role: Role;
  note: string;
  expiresAt: Date;
  grantUntilAt: Date | null;
  maxUses: number;
  /** Where to send the link besides showing it. */
  email: string | null;
  by: Visitor;
  at: Date;
};

export type InvitedStaff = { ok: true; token: string } | { ok: false; reason: 'place-not-yours' };

/** Offers a role by a link. Only the link's SHA-256 is kept. */
export async function inviteStaff(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'origin'>,
  { id, email, by, at, ...offer }: InviteStaff,
): Promise<InvitedStaff> {
  // The same for the same form: whoever pressed twice is shown the link that is in the database.
  const token = keyedDigest(context.secret, 'invitation', id, by.sessionHash);
  const { role, areaCode, organisationId, groupId, maxUses, expiresAt } = offer;
  return context.store.tx(async (db) => {
    const wanted = { role, areaCode, organisationId, groupId };
    const place = await findRolePlace(db, { ...wanted, grants: by.grants, at });
    if (!place) return { ok: false, reason: 'place-not-yours' };
    const row = { ...offer, id, tokenHash: sha256(token), createdBy: by.personId, at };
    if (!(await makeInvitation(db, row))) return { ok: true, token };
    await recordAudit(db, {
      at,
      actorId: by.personId,
      action: 'invitation.make',
      subjectKind: 'invitation',
      subjectId: id,
      areaCode: place.logAreaCode,
      detail: { ...wanted, maxUses },
    });
    if (email) {
      await queueMail(db, {
        kind: 'invitation',
        to: email,
        subject: m.letters_invitation_subject(),
        body: m.letters_invitation_body({
          name: by.name ?? '',
          link: `${context.origin}/invitations/${token}`,
          until: `${formatDay(jstDates(expiresAt).day)} ${formatTime(expiresAt)}`,
        }),
        uselessAt: expiresAt,
        at,
      });
    }
    return { ok: true, token };
  });
}
