import { eq } from 'drizzle-orm';
import { courseVersions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { CourseOutline } from '~/db/tables/courses';

export type CourseVersion = {
  id: string;
  number: number;
  publishedAt: Date;
  outline: CourseOutline;
};

/** A version as it was published, also when a newer one stands now. */
export async function findCourseVersion(
  db: Db,
  { id }: { id: string },
): Promise<CourseVersion | null> {
  const [row] = await db
    .select({
      id: courseVersions.id,
      number: courseVersions.number,
      publishedAt: courseVersions.publishedAt,
      outline: courseVersions.outline,
    })
    .from(courseVersions)
    .where(eq(courseVersions.id, id));
  return row ?? null;
}
