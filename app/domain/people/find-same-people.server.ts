import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { people, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/**
 * Every record of one person: the one that stands for her first, then what was merged into it, the
 * oldest first. A record that was merged with no other stands alone.
 */
export async function findSamePeople(
  db: Db,
  { personId }: { personId: string },
): Promise<string[]> {
  const isMerged = and(eq(personMerges.mergedId, people.id), isNull(personMerges.undoneAt));
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .leftJoin(personMerges, isMerged)
    .where(sql`${people.id} in (${samePeople(personId)})`)
    .orderBy(desc(isNull(personMerges.id)), people.createdAt, people.id);
  return rows.map(({ id }) => id);
}
