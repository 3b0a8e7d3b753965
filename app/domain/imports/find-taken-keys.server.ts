import { and, eq, inArray, isNull } from 'drizzle-orm';
import { importBatches, importRows, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

const KEYS_AT_ONCE = 500;

/** When rows with these keys were taken before; a key says its office by itself. Who has erased herself is not remembered. */
export async function findTakenKeys(
  db: Db,
  { keys }: { keys: readonly string[] },
): Promise<Map<string, Date>> {
  const found = new Map<string, Date>();
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const rows = await db
      .select({ key: importRows.rowKey, at: people.createdAt })
      .from(importRows)
      .innerJoin(importBatches, eq(importBatches.id, importRows.batchId))
      .innerJoin(people, eq(people.id, importRows.personId))
      .where(
        and(
          inArray(importRows.rowKey, keys.slice(from, from + KEYS_AT_ONCE)),
          eq(importRows.state, 'taken'),
          isNull(people.erasedAt),
        ),
      );
    for (const { key, at } of rows) found.set(key!, at);
  }
  return found;
}
