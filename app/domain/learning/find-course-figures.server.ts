import { count } from 'drizzle-orm';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type CourseFigures = { started: number; finished: number };

/** How many began and how many finished, by course. A course nobody began is absent. */
export async function findCourseFigures(db: Db): Promise<Map<string, CourseFigures>> {
  const rows = await db
    .select({
      courseId: enrolments.courseId,
      started: count(),
      finished: count(enrolments.finishedAt),
    })
    .from(enrolments)
    .groupBy(enrolments.courseId);
  return new Map(rows.map(({ courseId, started, finished }) => [courseId, { started, finished }]));
}
