import { and, asc, ne, or, sql } from 'drizzle-orm';
import { organisations, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import { foldText } from '~/lib/japanese';
import type { Bound } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

export type FindOrganisations = {
  within: Bound<'organisation'>;
  /** Part of a name or reading. */
  query: string;
  limit: number;
};

export type ListedOrganisation = Organisation & { areaName: string | null };

/** Hosts within the bound by their reading. The operator as host of last resort is not one of them. */
export async function findOrganisations(
  db: Db,
  { within, query, limit }: FindOrganisations,
): Promise<ListedOrganisation[]> {
  const asked = foldText(query);
  const pattern = `%${asked.replace(/[\\%_]/g, '\\$&')}%`;
  const matches = (text: typeof organisations.name) =>
    sql`replace(replace(lower(${text}), ' ', ''), '　', '') like ${pattern} escape '\\'`;
  const rows = await db
    .select({
      organisation: organisations,
      areaName: sql<
        string | null
      >`(select ${regions.name} from ${regions} where ${regions.code} = ${organisations.areaCode})`,
    })
    .from(organisations)
    .where(
      and(
        ne(organisations.kind, 'operator'),
        withinAreas(organisations.areaCode, within),
        asked === '' ? undefined : or(matches(organisations.name), matches(organisations.kana)),
      ),
    )
    .orderBy(asc(organisations.kana), asc(organisations.id))
    .limit(limit);
  return rows.map(({ organisation, areaName }) => ({ ...organisation, areaName }));
}
