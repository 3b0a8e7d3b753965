import { and, eq, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { PERSON_COLUMNS, type PersonRow } from './person-columns.server';
import { visiblePeople } from './visible-people.server';

export type FindPersonWithin = {
  id: string;
  within: Bound<'person'>;
  /** Only when the office or the host enrolled her itself. */
  enrolledOnly?: boolean;
};

/** One person, or null for one outside the bound as for one who is not there. */
export async function findPersonWithin(
  db: Db,
  { id, ...bound }: FindPersonWithin,
): Promise<Authorised<PersonRow> | null> {
  const among = sql`select ${people.id} from ${people} where ${eq(people.id, id)}`;
  const [row] = await db
    .select(PERSON_COLUMNS)
    .from(people)
    .where(and(eq(people.id, id), sql`${people.id} in (${visiblePeople({ ...bound, among })})`));
  return row ? authorised(row, bound.within) : null;
}
