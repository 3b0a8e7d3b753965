import { asc, inArray } from 'drizzle-orm';
import { completions, enrolments, lessonProgress, nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** All that is kept of somebody's learning and of what she completed, for whoever it is about. */
export async function findLearningRows(db: Db, { personIds }: { personIds: readonly string[] }) {
  const hers = [...personIds];
  const begun = await db
    .select()
    .from(enrolments)
    .where(inArray(enrolments.personId, hers))
    .orderBy(asc(enrolments.startedAt));
  return {
    enrolments: begun,
    lessonProgress: await db
      .select()
      .from(lessonProgress)
      .where(
        inArray(
          lessonProgress.enrolmentId,
          begun.map(({ id }) => id),
        ),
      )
      .orderBy(asc(lessonProgress.openedAt)),
    completions: await db
      .select()
      .from(completions)
      .where(inArray(completions.personId, hers))
      .orderBy(asc(completions.completedAt)),
    nextSteps: await db
      .select()
      .from(nextSteps)
      .where(inArray(nextSteps.personId, hers))
      .orderBy(asc(nextSteps.chosenAt)),
  };
}
