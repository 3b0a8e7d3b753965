import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import { organisations, people, regionGroups, regions, roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { foldText } from '~/lib/japanese';
import type { Bound } from '~/lib/bound';
import {
  GRANT_COLUMNS,
  granter,
  grantCity,
  grantPrefecture,
  isInForce,
  isWithin,
  JOINED_BY,
  type GrantRow,
} from './grant-columns.server';

export type FindGrantsWithin = {
  within: Bound<'grant'>;
  /** Part of a name or reading. */
  query: string;
  at: Date;
  limit: number;
  offset: number;
};

/** Who has which role within the bound, by reading, and how many there are. */
export async function findGrantsWithin(
  db: Db,
  { within, query, at, limit, offset }: FindGrantsWithin,
): Promise<{ grants: GrantRow[]; total: number }> {
  const asked = foldText(query);
  const pattern = `%${asked.replace(/[\\%_]/g, '\\$&')}%`;
  const matches = (text: typeof people.name) =>
    sql`replace(replace(lower(${text}), ' ', ''), '　', '') like ${pattern} escape '\\'`;
  const where = and(
    isWithin(within),
    isInForce(at),
    asked === '' ? undefined : or(matches(people.name), matches(people.kanaKey)),
  );
  const [counted] = await db
    .select({ total: count() })
    .from(roleGrants)
    .innerJoin(people, JOINED_BY.person)
    .leftJoin(organisations, JOINED_BY.organisation)
    .where(where);
  const grants = await db
    .select(GRANT_COLUMNS)
    .from(roleGrants)
    .innerJoin(people, JOINED_BY.person)
    .leftJoin(regions, JOINED_BY.area)
    .leftJoin(grantPrefecture, JOINED_BY.prefecture)
    .leftJoin(grantCity, JOINED_BY.city)
    .leftJoin(organisations, JOINED_BY.organisation)
    .leftJoin(regionGroups, JOINED_BY.group)
    .leftJoin(granter, and(JOINED_BY.granter, isKnownWithin(within)))
    .where(where)
    .orderBy(asc(people.kanaKey), asc(people.id), asc(roleGrants.fromAt), asc(roleGrants.id))
    .limit(limit)
    .offset(offset);
  return { grants, total: counted?.total ?? 0 };
}

/** Who gave a role is named only to those who see her own: one from elsewhere stays unnamed. */
function isKnownWithin(within: Bound<'grant'>) {
  if (within.everywhere) return undefined;
  return sql`${granter.id} in (${knownWithin(within)})`;
}

function knownWithin(within: Bound<'grant'>) {
  return sql`select ${roleGrants.personId} from ${roleGrants} left join ${organisations} on ${eq(organisations.id, roleGrants.organisationId)} where ${isWithin(within)}`;
}
