import { and, inArray, or } from 'drizzle-orm';
import {
  continueCodes,
  loginSessions,
  passwords,
  people,
  peopleApart,
  personMerges,
  roleGrants,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** All that is kept of an account, for whoever it is about. Of what lets somebody in, only that it is there. */
export async function findAccountRows(db: Db, { personIds }: { personIds: readonly string[] }) {
  const hers = [...personIds];
  return {
    people: await db.select(profileColumns()).from(people).where(inArray(people.id, hers)),
    passwords: await db
      .select({ personId: passwords.personId, changedAt: passwords.changedAt })
      .from(passwords)
      .where(inArray(passwords.personId, hers)),
    loginSessions: await db
      .select({
        personId: loginSessions.personId,
        device: loginSessions.device,
        way: loginSessions.way,
        createdAt: loginSessions.createdAt,
        lastSeenAt: loginSessions.lastSeenAt,
        expiresAt: loginSessions.expiresAt,
        endsAt: loginSessions.endsAt,
        secondFactorAt: loginSessions.secondFactorAt,
        shared: loginSessions.shared,
      })
      .from(loginSessions)
      .where(inArray(loginSessions.personId, hers)),
    continueCodes: await db
      .select({
        personId: continueCodes.personId,
        createdAt: continueCodes.createdAt,
        expiresAt: continueCodes.expiresAt,
        endedAt: continueCodes.endedAt,
      })
      .from(continueCodes)
      .where(inArray(continueCodes.personId, hers)),
    roleGrants: await db
      .select({
        personId: roleGrants.personId,
        role: roleGrants.role,
        areaCode: roleGrants.areaCode,
        organisationId: roleGrants.organisationId,
        groupId: roleGrants.groupId,
        fromAt: roleGrants.fromAt,
        untilAt: roleGrants.untilAt,
      })
      .from(roleGrants)
      .where(inArray(roleGrants.personId, hers)),
    personMerges: await db
      .select({
        keptId: personMerges.keptId,
        mergedId: personMerges.mergedId,
        areaCode: personMerges.areaCode,
        mergedAt: personMerges.mergedAt,
        undoneAt: personMerges.undoneAt,
      })
      .from(personMerges)
      .where(and(inArray(personMerges.keptId, hers), inArray(personMerges.mergedId, hers))),
    // The other one of the two is somebody else.
    peopleApart: await db
      .select({ decidedAt: peopleApart.decidedAt })
      .from(peopleApart)
      .where(or(inArray(peopleApart.firstId, hers), inArray(peopleApart.secondId, hers))),
  };
}

/** Without what is folded for comparing only. */
function profileColumns() {
  const { id, number, name, kana, email, birthYear, sex, demo, reading } = people;
  const { municipalityCode, municipalityRelation, audience, ageBand } = people;
  const { createdAt, registeredAt, lastSeenAt, enrolledAreaCode, enrolledOrganisationId } = people;
  return {
    ...{ id, number, name, kana, email, birthYear, sex, demo, reading },
    ...{ municipalityCode, municipalityRelation, audience, ageBand },
    ...{ createdAt, registeredAt, lastSeenAt, enrolledAreaCode, enrolledOrganisationId },
  };
}
