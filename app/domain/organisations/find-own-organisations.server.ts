import { asc, inArray } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised, Bound } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

/** The hosts whose contact somebody is, by their reading. */
export async function findOwnOrganisations(
  db: Db,
  { within }: { within: Bound<'host'> },
): Promise<Authorised<Organisation>[]> {
  if (within.everywhere || within.organisationIds.length === 0) return [];
  const rows = await db
    .select()
    .from(organisations)
    .where(inArray(organisations.id, [...within.organisationIds]))
    .orderBy(asc(organisations.kana), asc(organisations.id));
  return rows.map((row) => authorised(row, within));
}
