import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import { foldText } from '~/lib/japanese';
import type { Bound } from '~/lib/bound';
import type { Organisation } from './ensure-operator.server';

export type FindHostsWithin = {
  within: Bound<'grant'>;
  /** Part of a name or reading. */
  query?: string;
  /** This one only. */
  id?: string;
  limit: number;
};

/** Hosts whose area lies where somebody gives roles, by reading. */
export async function findHostsWithin(
  db: Db,
  { within, query = '', id, limit }: FindHostsWithin,
): Promise<Organisation[]> {
  const asked = foldText(query);
  const pattern = `%${asked.replace(/[\\%_]/g, '\\$&')}%`;
  const matches = (text: typeof organisations.name) =>
    sql`replace(replace(lower(${text}), ' ', ''), '　', '') like ${pattern} escape '\\'`;
  return db
    .select()
    .from(organisations)
    .where(
      and(
        ne(organisations.kind, 'operator'),
        withinAreas(organisations.areaCode, within),
        id === undefined ? undefined : eq(organisations.id, id),
        asked === '' ? undefined : or(matches(organisations.name), matches(organisations.kana)),
      ),
    )
    .orderBy(asc(organisations.kana), asc(organisations.id))
    .limit(limit);
}
