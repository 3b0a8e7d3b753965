import { desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { regions, regionSuccessions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

type Named = { code: string; name: string };
export type RecordedMerger = { day: string; from: Named; to: Named };

const successor = alias(regions, 'successor');

/** What became what, the latest first. Everybody may know. */
export async function findMergers(db: Db): Promise<RecordedMerger[]> {
  return db
    .select({
      day: regionSuccessions.day,
      from: { code: regions.code, name: regions.name },
      to: { code: successor.code, name: successor.name },
    })
    .from(regionSuccessions)
    .innerJoin(regions, eq(regions.code, regionSuccessions.fromCode))
    .innerJoin(successor, eq(successor.code, regionSuccessions.toCode))
    .orderBy(desc(regionSuccessions.day), regionSuccessions.toCode, regionSuccessions.fromCode);
}
