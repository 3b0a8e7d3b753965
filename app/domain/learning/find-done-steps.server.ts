import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type DoneStep = { lessonId: string; versionId: string; doneAt: Date };

/** Which lessons are marked as done, when and in which version, in the order they were done. */
export async function findDoneSteps(
  db: Db,
  { enrolmentId }: { enrolmentId: string },
): Promise<DoneStep[]> {
  const rows = await db
    .select({
      lessonId: lessonProgress.lessonId,
      versionId: lessonProgress.versionId,
      doneAt: lessonProgress.doneAt,
    })
    .from(lessonProgress)
    .where(and(eq(lessonProgress.enrolmentId, enrolmentId), isNotNull(lessonProgress.doneAt)))
    .orderBy(asc(lessonProgress.doneAt));
  return rows.flatMap(({ doneAt, ...step }) => (doneAt ? [{ ...step, doneAt }] : []));
}
