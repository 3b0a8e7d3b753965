import { and, eq, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { PERSON_COLUMNS, type PersonRow } from './person-columns.server';
import { visiblePeople } from './visible-people.server';

/** One person, or null for one outside the bound as for one who is not there. */
export async function findPersonWithin(
  db: Db,
  { id, within }: { id: string; within: Bound<'person'> },
): Promise<Authorised<PersonRow> | null> {
  const among = sql`select ${people.id} from ${people} where ${eq(people.id, id)}`;
  const [row] = await db
    .select(PERSON_COLUMNS)
    .from(people)
    .where(and(eq(people.id, id), sql`${people.id} in (${visiblePeople({ within, among })})`));
  return row ? authorised(row, within) : null;
}
