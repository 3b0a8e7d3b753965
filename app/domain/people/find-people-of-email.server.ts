import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type PersonOfEmail = { id: string; name: string; number: string; email: string };

/** More than these do not share one mailbox. */
const SHARING = 20;

/** Whose mail comes to this address: a family or an office may share one. For whoever can read that mail. */
export async function findPeopleOfEmail(
  db: Db,
  { emailKey }: { emailKey: string },
): Promise<PersonOfEmail[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, number: people.number, email: people.email })
    .from(people)
    .where(
      and(eq(people.emailKey, emailKey), isNotNull(people.registeredAt), isNull(people.erasedAt)),
    )
    .orderBy(asc(people.registeredAt), asc(people.id))
    .limit(SHARING);
  return rows.map(({ id, name, number, email }) => ({
    id,
    name: name ?? '',
    number: number ?? '',
    email: email ?? '',
  }));
}
