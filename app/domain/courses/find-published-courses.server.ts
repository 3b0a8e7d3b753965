import { asc, eq, isNull } from 'drizzle-orm';
import { courses, courseVersions, programmes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** The courses that can be taken now, in the order of their programmes. */
export async function findPublishedCourses(db: Db) {
  const rows = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      programmeCode: courses.programmeCode,
      outline: courseVersions.outline,
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .innerJoin(programmes, eq(programmes.code, courses.programmeCode))
    .where(isNull(courses.retiredAt))
    .orderBy(asc(programmes.position), asc(courses.slug));
  return rows.map(({ outline, ...course }) => ({
    ...course,
    title: outline.title,
    summary: outline.summary,
    minutes: outline.minutes,
    lessonCount: outline.lessons.length,
  }));
}
