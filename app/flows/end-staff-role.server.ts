import type { AppLoadContext } from '@remix-run/node';
import { giveBound, grantBound } from '~/auth/policies/staff';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { endRole, type EndedRole } from '~/domain/people/end-role.server';
import { findGrantWithin } from '~/domain/people/find-grant-within.server';
import { findOwnGrants } from '~/domain/people/find-own-grants.server';

export type EndStaffRole = {
  grantId: string;
  /** Who ends it. */
  by: string;
  at: Date;
};

export type EndedStaffRole = EndedRole | { ok: false; reason: 'not-yours' };

/**
 * Ends a role and signs its holder out everywhere. What whoever ends it may end is read within the
 * same transaction: somebody whose own role was ended a moment ago ends nobody's any more.
 */
export async function endStaffRole(
  { store }: Pick<AppLoadContext, 'store'>,
  { grantId, by, at }: EndStaffRole,
): Promise<EndedStaffRole> {
  return store.tx(async (db) => {
    const grants = await findOwnGrants(db, { personId: by, at });
    const seen = await findGrantWithin(db, { id: grantId, within: grantBound(grants) });
    const within = seen && giveBound(grants, seen.role);
    const grant = within && (await findGrantWithin(db, { id: grantId, within }));
    if (!grant) return { ok: false, reason: 'not-yours' };
    const ended = await endRole(db, { grant, endedBy: by, at });
    if (!ended.ok) return ended;
    const { personId, role, areaCode, organisationId, groupId } = grant;
    await endLoginSessions(db, { personId });
    await recordAudit(db, {
      at,
      actorId: by,
      action: 'role.end',
      subjectKind: 'role-grant',
      subjectId: grantId,
      areaCode: areaCode ?? grant.organisationAreaCode,
      detail: { role, areaCode, organisationId, groupId, personId },
    });
    return ended;
  });
}
