import { and, desc, eq } from 'drizzle-orm';
import { importBatches, people } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { withinAreas } from '~/db/within-areas.server';
import type { Bound } from '~/lib/bound';

export type FindBatches = { areaCode: string; within: Bound<'enrolment'>; limit: number };

/** The lists of an office, the newest first. */
export async function findBatches(db: Db, { areaCode, within, limit }: FindBatches) {
  return await db
    .select({
      id: importBatches.id,
      fileName: importBatches.fileName,
      state: importBatches.state,
      total: importBatches.total,
      taken: importBatches.taken,
      refused: importBatches.refused,
      createdAt: importBatches.createdAt,
      officerName: people.name,
    })
    .from(importBatches)
    .leftJoin(people, eq(people.id, importBatches.officerId))
    .where(and(eq(importBatches.areaCode, areaCode), withinAreas(importBatches.areaCode, within)))
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(limit);
}
