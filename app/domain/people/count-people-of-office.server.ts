import { sql } from 'drizzle-orm';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Bound } from '~/lib/bound';
import { visiblePeople } from './visible-people.server';

/** How many people an office holds the names of. */
export async function countPeopleOfOffice(
  db: Db,
  { within, at }: { within: Bound<'person'>; at: Date },
): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)` })
    .from(people)
    .where(sql`${people.id} in (${visiblePeople({ within, at })})`);
  return row!.n;
}
