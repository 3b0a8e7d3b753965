import { asc, eq, isNull } from 'drizzle-orm';
import { courses, courseVersions, programmes } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Edition } from '~/lib/edition';

/** The courses that can be taken now in an edition, in the order of their programmes, with how many of their lessons it has. */
export async function findCoursesInEdition(db: Db, { edition }: { edition: Edition }) {
  const rows = await db
    .select({ slug: courses.slug, outline: courseVersions.outline })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.id, courses.currentVersionId))
    .innerJoin(programmes, eq(programmes.code, courses.programmeCode))
    .where(isNull(courses.retiredAt))
    .orderBy(asc(programmes.position), asc(courses.slug));
  return rows.flatMap(({ slug, outline }) => {
    const own = outline.editions?.[edition];
    if (!own) return [];
    const { title, summary } = own;
    const lessonCount = outline.lessons.filter(({ id }) => own.lessons[id]).length;
    return [
      {
        slug,
        title,
        summary,
        minutes: outline.minutes,
        lessonCount,
        total: outline.lessons.length,
      },
    ];
  });
}
