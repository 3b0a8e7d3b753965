import { eq, isNull, and, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { people, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type SamePeople = {
  /** The record that stands for the person: it was merged into no other. */
  rootId: string;
  /** The root first, then every record that was merged into it, the oldest first. */
  ids: string[];
};

/** Every record of one person. A record that was merged with no other stands alone. */
export async function findSamePeople(
  db: Db,
  { personId }: { personId: string },
): Promise<SamePeople> {
  const rows = await db
    .select({ id: people.id, keptId: personMerges.keptId })
    .from(people)
    .leftJoin(
      personMerges,
      and(eq(personMerges.mergedId, people.id), isNull(personMerges.undoneAt)),
    )
    .where(sql`${people.id} in (${samePeople(personId)})`)
    .orderBy(people.createdAt, people.id);
  const root = rows.find(({ keptId }) => keptId === null);
  if (!root) return { rootId: personId, ids: [personId] };
  const others = rows.flatMap(({ id }) => (id === root.id ? [] : [id]));
  return { rootId: root.id, ids: [root.id, ...others] };
}
