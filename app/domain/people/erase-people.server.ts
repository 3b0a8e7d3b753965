import { and, inArray, isNull, or } from 'drizzle-orm';
import {
  continueCodes,
  loginSessions,
  passwords,
  people,
  peopleApart,
  roleGrants,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';

const NOTHING = {
  number: null,
  name: null,
  kana: null,
  kanaKey: null,
  email: null,
  emailKey: null,
  municipalityCode: null,
  municipalityRelation: null,
  audience: null,
  ageBand: null,
  birthYear: null,
  sex: null,
  registeredAt: null,
  enrolledAreaCode: null,
  enrolledOrganisationId: null,
  lastSeenAt: null,
  reading: null,
};

/**
 * Empties the records of one person and takes away her passwords, logins, codes and roles. The rows stay,
 * with nothing in them that says whose they were, so that what is counted by them counts the same.
 */
export async function erasePeople(
  db: Db,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<void> {
  const hers = [...ids];
  await db.delete(passwords).where(inArray(passwords.personId, hers));
  await db.delete(loginSessions).where(inArray(loginSessions.personId, hers));
  await db.delete(continueCodes).where(inArray(continueCodes.personId, hers));
  await db.delete(roleGrants).where(inArray(roleGrants.personId, hers));
  await db
    .delete(peopleApart)
    .where(or(inArray(peopleApart.firstId, hers), inArray(peopleApart.secondId, hers)));
  await db
    .update(people)
    .set({ ...NOTHING, erasedAt: at })
    .where(and(inArray(people.id, hers), isNull(people.erasedAt)));
}
