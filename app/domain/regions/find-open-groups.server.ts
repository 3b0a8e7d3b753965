import { and, asc, isNull, sql } from 'drizzle-orm';
import { regionGroups } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';

/** Groups over which somebody gives roles: all or none, as a group lies across areas. */
export async function findOpenGroups(
  db: Db,
  { within }: { within: Bound<'grant'> },
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: regionGroups.id, name: regionGroups.name })
    .from(regionGroups)
    .where(and(isNull(regionGroups.endedAt), within.everywhere ? undefined : sql`1 = 0`))
    .orderBy(asc(regionGroups.kana), asc(regionGroups.id));
}
