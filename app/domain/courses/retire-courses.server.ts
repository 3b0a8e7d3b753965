import { and, isNull, notInArray } from 'drizzle-orm';
import { courses } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Marks every course that is not among `keptIds` as retired. Nothing of it is deleted. */
export async function retireCourses(
  db: Db,
  { keptIds, at }: { keptIds: string[]; at: Date },
): Promise<void> {
  await db
    .update(courses)
    .set({ retiredAt: at })
    .where(and(isNull(courses.retiredAt), notInArray(courses.id, keptIds)));
}
