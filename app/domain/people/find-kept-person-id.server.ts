import { and, eq, isNull } from 'drizzle-orm';
import { personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The record that stands for this one: its own id, or where a chain of merges leads. */
export async function findKeptPersonId(db: Db, { id }: { id: string }): Promise<string> {
  const seen = new Set<string>();
  for (let current = id; ;) {
    seen.add(current);
    const [merge] = await db
      .select({ keptId: personMerges.keptId })
      .from(personMerges)
      .where(and(eq(personMerges.mergedId, current), isNull(personMerges.undoneAt)));
    if (!merge) return current;
    if (seen.has(merge.keptId)) throw new Error(`merges of ${id} lead in a circle`);
    current = merge.keptId;
  }
}
