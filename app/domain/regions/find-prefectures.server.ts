import { asc, eq } from 'drizzle-orm';
import { regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Prefecture = { code: string; name: string; kana: string };

/** The prefectures from north to south. */
export async function findPrefectures(db: Db): Promise<Prefecture[]> {
  return await db
    .select({ code: regions.code, name: regions.name, kana: regions.kana })
    .from(regions)
    .where(eq(regions.kind, 'prefecture'))
    .orderBy(asc(regions.code));
}
