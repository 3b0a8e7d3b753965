import { and, eq, isNull } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { PERSON_COLUMNS, type PersonRow } from './person-columns.server';

/** The one person with this 受講番号, for who helps her; never more than one. */
export async function findSupportedPerson(
  db: Db,
  { number, within }: { number: string; within: Bound<'supported-person'> },
): Promise<Authorised<PersonRow> | null> {
  if (!within.everywhere) return null;
  const [row] = await db
    .select(PERSON_COLUMNS)
    .from(people)
    .where(and(eq(people.number, number), isNull(people.erasedAt)));
  return row ? authorised(row, within) : null;
}
