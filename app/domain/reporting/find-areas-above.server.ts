import { sql } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { areasAbove } from './area-closure.server';

/** Everything but prefecture and nation that counts what stands under a code: itself, its city, what it became, groups of any of these. */
export async function findAreasAbove(db: Db, { code }: { code: string }): Promise<string[]> {
  const rows = await db
    .select({ areaCode: sql<string>`found.area_code` })
    .from(
      sql`(with recursive ${areasAbove(sql`select ${code} as code`)} select distinct area_code from counted_in) found`,
    );
  return rows.map(({ areaCode }) => areaCode);
}
