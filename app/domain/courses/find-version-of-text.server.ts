import { desc, eq } from 'drizzle-orm';
import { courseVersions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Course } from './find-course.server';
import { hasText } from './has-text';

export type FindVersionOfText = { course: Course; lessonId: string; hash: string };

/** The version whose text somebody had before her: mostly that of today, an older one where a device kept it. */
export async function findVersionOfText(
  db: Db,
  { course, lessonId, hash }: FindVersionOfText,
): Promise<{ versionId: string } | null> {
  const { id, outline } = course.version;
  if (hasText(outline, lessonId, hash)) return { versionId: id };
  const versions = await db
    .select({ id: courseVersions.id, outline: courseVersions.outline })
    .from(courseVersions)
    .where(eq(courseVersions.courseId, course.id))
    .orderBy(desc(courseVersions.number));
  const found = versions.find((version) => hasText(version.outline, lessonId, hash));
  return found ? { versionId: found.id } : null;
}
