import { and, eq } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { organisations, people, regionGroups, regions, roleGrants } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import {
  GRANT_COLUMNS,
  granter,
  grantCity,
  grantPrefecture,
  isWithin,
  JOINED_BY,
  type GrantRow,
} from './grant-columns.server';

/** One role somebody has or had, or null for one outside the bound as for one that is not there. */
export async function findGrantWithin(
  db: Db,
  { id, within }: { id: string; within: Bound<'grant'> },
): Promise<Authorised<GrantRow> | null> {
  const [row] = await db
    .select(GRANT_COLUMNS)
    .from(roleGrants)
    .innerJoin(people, JOINED_BY.person)
    .leftJoin(regions, JOINED_BY.area)
    .leftJoin(grantPrefecture, JOINED_BY.prefecture)
    .leftJoin(grantCity, JOINED_BY.city)
    .leftJoin(organisations, JOINED_BY.organisation)
    .leftJoin(regionGroups, JOINED_BY.group)
    .leftJoin(granter, JOINED_BY.granter)
    .where(and(eq(roleGrants.id, id), isWithin(within)));
  return row ? authorised(row, within) : null;
}
