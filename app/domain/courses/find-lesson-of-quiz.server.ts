import { desc, eq } from 'drizzle-orm';
import { courseVersions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { LessonOutline } from '~/db/tables/courses';

export type LessonOfQuiz = { versionId: string; lesson: LessonOutline };

/** The lesson whose questions stand under this hash, in the newest version of the course that has them. */
export async function findLessonOfQuiz(
  db: Db,
  { courseId, slug, quizHash }: { courseId: string; slug: string; quizHash: string },
): Promise<LessonOfQuiz | null> {
  const versions = await db
    .select({ id: courseVersions.id, outline: courseVersions.outline })
    .from(courseVersions)
    .where(eq(courseVersions.courseId, courseId))
    .orderBy(desc(courseVersions.number));
  for (const { id, outline } of versions) {
    const lesson = outline.lessons.find((one) => one.slug === slug && one.quizHash === quizHash);
    if (lesson) return { versionId: id, lesson };
  }
  return null;
}
