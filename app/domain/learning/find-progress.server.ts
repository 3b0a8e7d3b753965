import { eq } from 'drizzle-orm';
import { lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Progress = {
  openedLessonIds: string[];
  /** Lessons marked as done: read and said so, or their quiz reached its share. */
  doneLessonIds: string[];
};

export async function findProgress(
  db: Db,
  { enrolmentId }: { enrolmentId: string },
): Promise<Progress> {
  const rows = await db
    .select({ lessonId: lessonProgress.lessonId, doneAt: lessonProgress.doneAt })
    .from(lessonProgress)
    .where(eq(lessonProgress.enrolmentId, enrolmentId));
  return {
    openedLessonIds: rows.map(({ lessonId }) => lessonId),
    doneLessonIds: rows.filter(({ doneAt }) => doneAt).map(({ lessonId }) => lessonId),
  };
}
