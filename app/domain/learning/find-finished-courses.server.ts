import { and, isNotNull, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FinishedCourse = { courseId: string; finishedAt: Date };

/** Courses that a person has finished, in whichever of her records. */
export async function findFinishedCourses(
  db: Db,
  { personId }: { personId: string },
): Promise<FinishedCourse[]> {
  const rows = await db
    .select({ courseId: enrolments.courseId, finishedAt: enrolments.finishedAt })
    .from(enrolments)
    .where(
      and(
        sql`${enrolments.personId} in (${samePeople(personId)})`,
        isNotNull(enrolments.finishedAt),
      ),
    );
  return rows.flatMap(({ courseId, finishedAt }) => (finishedAt ? [{ courseId, finishedAt }] : []));
}
