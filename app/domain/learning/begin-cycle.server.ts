import { and, eq, lt } from 'drizzle-orm';
import { enrolments, lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type BeginCycle = { enrolmentId: string; cycle: number; at: Date };

/**
 * A course that was completed is learned anew: no lesson of it is done yet, or begun. What was answered, completed
 * and certified before stands. Asked twice, it begins once.
 */
export async function beginCycle(db: Db, { enrolmentId, cycle, at }: BeginCycle): Promise<boolean> {
  const begun = await db
    .update(enrolments)
    .set({ cycle, cycleBegunAt: at, finishedAt: null, lastLessonId: null, lastSeenAt: at })
    .where(and(eq(enrolments.id, enrolmentId), lt(enrolments.cycle, cycle)))
    .returning({ id: enrolments.id });
  if (begun.length === 0) return false;
  await db
    .update(lessonProgress)
    .set({ doneAt: null, placeBlock: null, placeHash: null, placeAt: null })
    .where(eq(lessonProgress.enrolmentId, enrolmentId));
  return true;
}
