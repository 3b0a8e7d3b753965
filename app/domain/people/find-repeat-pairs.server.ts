import { and, asc, eq, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { people, peopleApart, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import { listedPeople } from './listed-people.server';
import { PERSON_COLUMNS, type PersonRow } from './person-columns.server';
import { visiblePeople } from './visible-people.server';

/** The older record first. */
export type RepeatPair = [Authorised<PersonRow>, Authorised<PersonRow>];

/**
 * Pairs of records within the bound that may be one person: the same reading and municipality, and
 * the same birth year or an unknown one. Without those that an officer found to be two people.
 */
export async function findRepeatPairs(
  db: Db,
  { within }: { within: Bound<'person'> },
): Promise<RepeatPair[]> {
  const visible = visiblePeople({ within });
  const repeated = sql`select ${people.kanaKey} from ${people}
    where ${people.kanaKey} <> '' and ${people.id} in (${visible})
    group by ${people.kanaKey} having count(*) > 1`;
  const rows = await db
    .select({
      ...PERSON_COLUMNS,
      kanaKey: people.kanaKey,
      cityCode: sql<string>`coalesce(${regions.parentCode}, ${regions.code})`,
    })
    .from(people)
    .innerJoin(regions, eq(regions.code, people.municipalityCode))
    .where(and(listedPeople({ within }), sql`${people.kanaKey} in (${repeated})`))
    .orderBy(asc(people.kanaKey), asc(people.createdAt), asc(people.id));
  const apart = await db
    .select({ firstId: peopleApart.firstId, secondId: peopleApart.secondId })
    .from(peopleApart)
    .where(sql`${peopleApart.firstId} in (${visible})`);
  const known = new Set(apart.map(({ firstId, secondId }) => `${firstId} ${secondId}`));

  return rows.flatMap(({ kanaKey, cityCode, ...one }, i) => {
    const pairs: RepeatPair[] = [];
    for (const { kanaKey: itsKey, cityCode: itsCity, ...other } of rows.slice(i + 1)) {
      if (itsKey !== kanaKey) break;
      const mayBeOne =
        itsCity === cityCode &&
        (one.birthYear === null || other.birthYear === null || one.birthYear === other.birthYear);
      if (!mayBeOne || known.has([one.id, other.id].sort().join(' '))) continue;
      pairs.push([authorised(one, within), authorised(other, within)]);
    }
    return pairs;
  });
}
