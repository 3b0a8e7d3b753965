import { and, eq, exists, inArray, isNotNull, not, or, sql } from 'drizzle-orm';
import type { AnyColumn } from '~/db/kit.server';
import {
  attempts,
  authenticators,
  certificates,
  completions,
  consents,
  continueCodes,
  enrolments,
  followUps,
  identities,
  importBatches,
  invitations,
  loginSessions,
  nextSteps,
  oneTimeTokens,
  passkeys,
  passwords,
  people,
  peopleApart,
  personMerges,
  recoveryCodes,
  roleGrants,
} from '~/db/schema.server';
import type { Db } from '~/db/store.server';

const IDS_AT_ONCE = 500;

/** A row in one of these says that she has been here, or that others build on her record. */
const TRACES: AnyColumn[] = [
  attempts.personId,
  authenticators.personId,
  certificates.personId,
  completions.personId,
  continueCodes.personId,
  enrolments.personId,
  followUps.personId,
  identities.personId,
  importBatches.officerId,
  invitations.createdBy,
  loginSessions.personId,
  nextSteps.personId,
  passkeys.personId,
  personMerges.keptId,
  personMerges.mergedId,
  recoveryCodes.personId,
  roleGrants.personId,
];

/**
 * Takes away the records of people who were enrolled and have never come: the whole row, as if it had
 * not been made. Whoever has signed in, begun to learn or erased herself stays. Answers with who is gone.
 */
export async function removeUnusedPeople(
  db: Db,
  { ids }: { ids: readonly string[] },
): Promise<string[]> {
  const gone: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    gone.push(...(await removeSome(db, ids.slice(from, from + IDS_AT_ONCE))));
  }
  return gone;
}

async function removeSome(db: Db, ids: string[]): Promise<string[]> {
  const hasTrace = TRACES.map((column) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(column.table)
        .where(eq(column, people.id)),
    ),
  );
  const unused = await db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        inArray(people.id, ids),
        not(or(isNotNull(people.lastSeenAt), isNotNull(people.erasedAt), ...hasTrace)!),
      ),
    );
  const gone = unused.map(({ id }) => id);
  if (gone.length === 0) return gone;
  await db.delete(passwords).where(inArray(passwords.personId, gone));
  await db.delete(oneTimeTokens).where(inArray(oneTimeTokens.personId, gone));
  await db.delete(consents).where(inArray(consents.personId, gone));
  await db.delete(peopleApart).where(inArray(peopleApart.firstId, gone));
  await db.delete(peopleApart).where(inArray(peopleApart.secondId, gone));
  await db.delete(people).where(inArray(people.id, gone));
  return gone;
}
