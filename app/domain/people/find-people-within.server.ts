import { and, asc, count, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { listedPeople } from './listed-people.server';
import { peopleFilter, type PeopleFilter } from './people-filter.server';
import { PERSON_COLUMNS, type PersonRow } from './person-columns.server';

export type FindPeopleWithin = PeopleFilter & {
  within: Bound<'person'>;
  limit: number;
  offset: number;
};

export type FoundPeople = {
  people: Authorised<PersonRow>[];
  /** How many there are on all pages. */
  total: number;
};

/** The people of a list, by their readings; those without one stand last. Each person once, however many records lead to hers. */
export async function findPeopleWithin(db: Db, input: FindPeopleWithin): Promise<FoundPeople> {
  const { within, limit, offset } = input;
  const isWanted = and(listedPeople({ within }), peopleFilter(input));
  const [counted] = await db.select({ total: count() }).from(people).where(isWanted);
  const rows = await db
    .select(PERSON_COLUMNS)
    .from(people)
    .where(isWanted)
    .orderBy(
      sql`${people.kanaKey} is null or ${people.kanaKey} = ''`,
      asc(people.kanaKey),
      asc(people.name),
      asc(people.id),
    )
    .limit(limit)
    .offset(offset);
  return { people: rows.map((row) => authorised(row, within)), total: counted?.total ?? 0 };
}
