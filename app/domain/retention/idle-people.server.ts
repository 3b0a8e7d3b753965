import { and, eq, exists, gt, isNull, lte, not, or, sql, type SQL } from 'drizzle-orm';
import { enrolments, loginSessions, people, personMerges, roleGrants } from '~/db/schema.server';

export type IdleKind = 'guest' | 'learner';

export type IdlePeople = {
  kind: IdleKind;
  /** Not here after this moment. */
  before: Date;
  at: Date;
};

/**
 * Who has not been here after a moment, by whatever says that she was: the day she was seen, her
 * sign-ins, her learning; where nothing says it, when her record was made. People with a role in
 * force or to come are never idle, nor is demo data; a record that leads to another one is kept
 * as long as that one is, and one that others lead to as long as somebody came by one of them.
 */
export function idlePeople({ kind, before, at }: IdlePeople): SQL {
  const isGuest = and(isNull(people.registeredAt), isNull(people.name))!;
  const beganAt = sql`coalesce(${people.lastSeenAt}, ${people.registeredAt}, ${people.createdAt})`;
  const of = (table: { personId: typeof enrolments.personId | typeof loginSessions.personId }) =>
    eq(table.personId, people.id);
  const some = (from: SQL) => sql`(select 1 ${from})`;
  const learned = some(
    sql`from ${enrolments} where ${and(of(enrolments), gt(enrolments.lastSeenAt, before))}`,
  );
  const wasIn = or(gt(loginSessions.createdAt, before), gt(loginSessions.lastSeenAt, before));
  const signedIn = some(sql`from ${loginSessions} where ${and(of(loginSessions), wasIn)}`);
  const inForce = or(isNull(roleGrants.untilAt), gt(roleGrants.untilAt, at));
  const holdsRole = some(
    sql`from ${roleGrants} where ${and(eq(roleGrants.personId, people.id), inForce)}`,
  );
  const leads = and(eq(personMerges.mergedId, people.id), isNull(personMerges.undoneAt));
  const keptIsThere = sql`(select 1 from people as kept where kept.id = ${personMerges.keptId} and kept.erased_at is null)`;
  const isMerged = some(sql`from ${personMerges} where ${and(leads, exists(keptIsThere))}`);
  const mergedIsHere = sql`(select 1 from people as merged where merged.id = ${personMerges.mergedId} and merged.last_seen_at > ${before.getTime()})`;
  const keeps = and(eq(personMerges.keptId, people.id), isNull(personMerges.undoneAt));
  const isRecent = or(gt(personMerges.mergedAt, before), exists(mergedIsHere));
  const keepsRecent = some(sql`from ${personMerges} where ${and(keeps, isRecent)}`);
  return and(
    isNull(people.erasedAt),
    eq(people.demo, false),
    kind === 'guest' ? isGuest : not(isGuest),
    lte(beganAt, before.getTime()),
    not(exists(learned)),
    not(exists(signedIn)),
    not(exists(holdsRole)),
    not(exists(isMerged)),
    not(exists(keepsRecent)),
  )!;
}
