import { eq, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Progress = {
  openedLessonIds: string[];
  /** Lessons marked as done: read and said so, or their quiz reached its share. */
  doneLessonIds: string[];
};

const statement = prepareOnce((db) =>
  db
    .select({ lessonId: lessonProgress.lessonId, doneAt: lessonProgress.doneAt })
    .from(lessonProgress)
    .where(eq(lessonProgress.enrolmentId, sql.placeholder('enrolmentId')))
    .prepare(),
);

export async function findProgress(
  db: Db,
  { enrolmentId }: { enrolmentId: string },
): Promise<Progress> {
  const rows = await statement(db).execute({ enrolmentId });
  return {
    openedLessonIds: rows.map(({ lessonId }) => lessonId),
    doneLessonIds: rows.filter(({ doneAt }) => doneAt).map(({ lessonId }) => lessonId),
  };
}
