import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { authorised } from '~/db/authorised.server';
import { certificateSeries, organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Authorised, Bound } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

export type FoundOrganisation = Organisation & {
  /** Certificates have been numbered with its series. */
  hasNumbered: boolean;
};
export type FindOrganisation = { id: string; within: Bound<'organisation'> | Bound<'host'> };

/** A host within the bound, by its area or as one of one's own; null when there is none. */
export async function findOrganisation(
  db: Db,
  { id, within }: FindOrganisation,
): Promise<Authorised<FoundOrganisation> | null> {
  const own = within.everywhere ? [] : [...within.organisationIds];
  const [row] = await db
    .select({
      organisation: organisations,
      hasNumbered: sql<number>`exists (select 1 from ${certificateSeries} where ${certificateSeries.organisationId} = ${organisations.id})`,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.id, id),
        ne(organisations.kind, 'operator'),
        or(withinAreas(organisations.areaCode, within), inArray(organisations.id, own)),
      ),
    );
  if (!row) return null;
  return authorised({ ...row.organisation, hasNumbered: row.hasNumbered === 1 }, within);
}
