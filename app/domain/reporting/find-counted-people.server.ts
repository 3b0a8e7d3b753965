import { sql } from 'drizzle-orm';
import type { Db } from '~/db/store.server';

/**
 * Every record of the people these ids are of, each with the id that stands for the person. A record
 * that was merged with no other stands for itself.
 */
export async function findCountedPeople(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const records = sql`
    with recursive same(id) as (
      select value from json_each(${JSON.stringify([...new Set(ids)])})
      union select m.kept_id from same
        join person_merges m on m.merged_id = same.id and m.undone_at is null
      union select m.merged_id from same
        join person_merges m on m.kept_id = same.id and m.undone_at is null
    )
    select same.id, m.kept_id from same
    left join person_merges m on m.merged_id = same.id and m.undone_at is null`;
  const rows = await db
    .select({ id: sql<string>`record.id`, keptId: sql<string | null>`record.kept_id` })
    .from(sql`(${records}) record`);
  const keptBy = new Map(rows.map(({ id, keptId }) => [id, keptId]));
  const leader = (id: string, steps = rows.length): string => {
    const keptId = keptBy.get(id);
    return keptId && steps > 0 ? leader(keptId, steps - 1) : id;
  };
  return new Map(rows.map(({ id }) => [id, leader(id)]));
}
