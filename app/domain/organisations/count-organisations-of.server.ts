import { count, inArray } from 'drizzle-orm';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** How many hosts name one of these areas as theirs. */
export async function countOrganisationsOf(
  db: Db,
  { areaCodes }: { areaCodes: readonly string[] },
): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(organisations)
    .where(inArray(organisations.areaCode, [...areaCodes]));
  return found?.n ?? 0;
}
