import { eq } from 'drizzle-orm';
import { courses, courseVersions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { CourseOutline } from '~/db/tables/courses';

export type Course = {
  id: string;
  slug: string;
  programmeCode: string;
  retiredAt: Date | null;
  version: { id: string; number: number; publishedAt: Date; outline: CourseOutline };
};

/** The course as it is published now. A retired one is found too: who has begun it may go on. */
export async function findCourse(
  db: Db,
  by: { slug: string } | { id: string },
): Promise<Course | null> {
  const [row] = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      programmeCode: courses.programmeCode,
      retiredAt: courses.retiredAt,
      version: {
        id: courseVersions.id,
        number: courseVersions.number,
        publishedAt: courseVersions.publishedAt,
        outline: courseVersions.outline,
      },
    })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .where('slug' in by ? eq(courses.slug, by.slug) : eq(courses.id, by.id));
  return row ?? null;
}
