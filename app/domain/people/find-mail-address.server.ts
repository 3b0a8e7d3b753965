import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Where mail reaches her by now: the address of this record, or of another one of hers. */
export async function findMailAddress(
  db: Db,
  { personId }: { personId: string },
): Promise<string | null> {
  const [row] = await db
    .select({ email: people.email })
    .from(people)
    .where(
      and(
        sql`${people.id} in (${samePeople(personId)})`,
        isNotNull(people.email),
        isNotNull(people.registeredAt),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(desc(eq(people.id, personId)), desc(people.lastSeenAt))
    .limit(1);
  return row?.email ?? null;
}
