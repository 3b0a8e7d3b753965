import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { loginSessions, passwords, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type SlipPerson = {
  personId: string;
  name: string;
  number: string;
  /** When her passphrase was made; null while she has none. */
  madeAt: Date | null;
  hasCome: boolean;
};

const IDS_AT_ONCE = 500;

/** The people of a list who can be given a slip, in its order, and whether they were. */
export async function findSlipPeople(
  db: Db,
  { ids }: { ids: readonly string[] },
): Promise<SlipPerson[]> {
  const found = new Map<string, SlipPerson>();
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = await db
      .select({
        personId: people.id,
        name: people.name,
        number: people.number,
        madeAt: passwords.changedAt,
        hasCome: sql<number>`(${people.lastSeenAt} is not null or exists (select 1 from ${loginSessions} where ${loginSessions.personId} = ${people.id}))`,
      })
      .from(people)
      .leftJoin(passwords, eq(passwords.personId, people.id))
      .where(
        and(
          inArray(people.id, ids.slice(from, from + IDS_AT_ONCE)),
          isNull(people.erasedAt),
          isNotNull(people.name),
          isNotNull(people.number),
        ),
      );
    for (const row of rows) {
      const { personId, name, number } = row;
      found.set(personId, { ...row, name: name!, number: number!, hasCome: row.hasCome === 1 });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
