import { like } from 'drizzle-orm';
import { organisations } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** A head of a certificate series that no host has: the area's five digits, with a number behind from the second host on. */
export async function freeSeries(db: Db, areaCode: string): Promise<string> {
  const head = areaCode.slice(0, 5);
  const rows = await db
    .select({ taken: organisations.seriesPrefix })
    .from(organisations)
    .where(like(organisations.seriesPrefix, `${head}%`));
  const taken = new Set(rows.map((row) => row.taken));
  let free = head;
  for (let n = 1; taken.has(free); n += 1) free = `${head}-${n}`;
  return free;
}
