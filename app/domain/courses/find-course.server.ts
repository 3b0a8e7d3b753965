import { eq, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
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

type Column = typeof courses.slug | typeof courses.id;

function select(db: Db, column: Column) {
  return db
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
    .where(eq(column, sql.placeholder('value')))
    .prepare();
}
const bySlug = prepareOnce((db) => select(db, courses.slug));
const byId = prepareOnce((db) => select(db, courses.id));

/** The course as it is published now. A retired one is found too: who has begun it may go on. */
export async function findCourse(
  db: Db,
  by: { slug: string } | { id: string },
): Promise<Course | null> {
  const [row] =
    'slug' in by
      ? await bySlug(db).execute({ value: by.slug })
      : await byId(db).execute({ value: by.id });
  return row ?? null;
}
