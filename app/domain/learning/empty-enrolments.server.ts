import { inArray } from 'drizzle-orm';
import { enrolments, lessonProgress, nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Takes away how far one person came, and what she meant to do next. That somebody began and finished stays, as courses are counted by it. */
export async function emptyEnrolments(
  db: Db,
  { personIds }: { personIds: readonly string[] },
): Promise<void> {
  const own = inArray(enrolments.personId, [...personIds]);
  await db
    .delete(lessonProgress)
    .where(
      inArray(
        lessonProgress.enrolmentId,
        db.select({ id: enrolments.id }).from(enrolments).where(own),
      ),
    );
  await db.delete(nextSteps).where(inArray(nextSteps.personId, [...personIds]));
  await db.update(enrolments).set({ lastLessonId: null }).where(own);
}
