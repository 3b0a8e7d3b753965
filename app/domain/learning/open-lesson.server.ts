import { and, eq, lte } from 'drizzle-orm';
import { enrolments, lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Edition } from '~/lib/edition';

export type OpenLesson = {
  enrolmentId: string;
  lessonId: string;
  versionId: string;
  /** The one it was read in; without it, the original. */
  edition?: Edition | null;
  at: Date;
};

/** Records that a lesson was opened, and that here is where to resume, unless she was elsewhere since. */
export async function openLesson(db: Db, input: OpenLesson): Promise<void> {
  const { enrolmentId, lessonId, versionId, edition = null, at } = input;
  await db
    .insert(lessonProgress)
    .values({ enrolmentId, lessonId, versionId, openedAt: at })
    .onConflictDoNothing();
  await db
    .update(enrolments)
    .set({ lastLessonId: lessonId, versionId, edition, lastSeenAt: at })
    .where(and(eq(enrolments.id, enrolmentId), lte(enrolments.lastSeenAt, at)));
}
