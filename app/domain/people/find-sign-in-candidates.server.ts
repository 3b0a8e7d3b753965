import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { passwords, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type SignInCandidate = { personId: string; hash: string };

/** A family or an office may share one e-mail address; more than these are not tried. */
const CANDIDATES = 8;

/** Who could be signing in with this number or e-mail address. The only read of a password's hash. */
export async function findSignInCandidates(
  db: Db,
  by: { number: string } | { emailKey: string },
): Promise<SignInCandidate[]> {
  return db
    .select({ personId: people.id, hash: passwords.hash })
    .from(people)
    .innerJoin(passwords, eq(passwords.personId, people.id))
    .where(
      and(
        'number' in by ? eq(people.number, by.number) : eq(people.emailKey, by.emailKey),
        isNotNull(people.registeredAt),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(asc(people.registeredAt), asc(people.id))
    .limit(CANDIDATES);
}
