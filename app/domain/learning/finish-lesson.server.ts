import { eq, sql } from 'drizzle-orm';
import { enrolments, lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FinishLesson = { enrolmentId: string; lessonId: string; versionId: string; at: Date };

/** Marks a lesson as done. The first time stands, however often it is sent. */
export async function finishLesson(db: Db, input: FinishLesson): Promise<void> {
  const { enrolmentId, lessonId, versionId, at } = input;
  await db
    .insert(lessonProgress)
    .values({ enrolmentId, lessonId, versionId, openedAt: at, doneAt: at })
    .onConflictDoUpdate({
      target: [lessonProgress.enrolmentId, lessonProgress.lessonId],
      set: { doneAt: at, versionId },
      setWhere: sql`${lessonProgress.doneAt} is null`,
    });
  await db.update(enrolments).set({ lastSeenAt: at }).where(eq(enrolments.id, enrolmentId));
}
