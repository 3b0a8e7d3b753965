import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { endLoginSessions } from '~/domain/entry/end-login-sessions.server';
import { findPersonIdOfNumber } from '~/domain/people/find-person-id-of-number.server';
import { giveRole } from '~/domain/people/give-role.server';
import { typedIdentifier } from '~/domain/people/typed-identifier';

export type GivenFirstOperator =
  { ok: true; number: string } | { ok: false; reason: 'mistyped-number' | 'unknown' | 'has-it' };

/** For a service where nobody can invite yet: whoever keeps the machine says who the operator is. */
export async function giveFirstOperator(
  store: Pick<Store, 'tx'>,
  { number: typed, at }: { number: string; at: Date },
): Promise<GivenFirstOperator> {
  const identifier = typedIdentifier(typed);
  if (identifier.kind !== 'number') return { ok: false, reason: 'mistyped-number' };
  const { number } = identifier;
  return store.tx(async (db) => {
    const personId = await findPersonIdOfNumber(db, { number });
    if (!personId) return { ok: false, reason: 'unknown' };
    const over = { areaCode: null, organisationId: null, groupId: null };
    const given = await giveRole(db, {
      ...over,
      personId,
      role: 'operator',
      grantedBy: null,
      invitationId: null,
      untilAt: null,
      at,
    });
    if (!given.ok) return given;
    await endLoginSessions(db, { personId });
    await recordAudit(db, {
      at,
      actorId: null,
      action: 'role.give',
      subjectKind: 'role-grant',
      subjectId: given.id,
      detail: { ...over, role: 'operator', personId },
    });
    return { ok: true, number };
  });
}
