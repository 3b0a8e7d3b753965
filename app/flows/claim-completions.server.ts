import type { Store } from '~/db/store.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { completeCourse, type ProgrammeRule } from './complete-course.server';

export type ClaimCompletions = { personId: string; programmes: ProgrammeRule[]; at: Date };

/** For somebody who has just got an account: completes every course she had finished without one. Says how many are completed. */
export async function claimCompletions(store: Store, input: ClaimCompletions): Promise<number> {
  const { personId, programmes, at } = input;
  return store.tx(async (db) => {
    let completed = 0;
    for (const { courseId } of await findEnrolments(db, { personId })) {
      const course = await findCourse(db, { id: courseId });
      const programme = programmes.find(({ code }) => code === course?.programmeCode);
      if (!programme) continue;
      const { state } = await completeCourse(db, { personId, courseId, programme, at });
      if (state === 'completed') completed += 1;
    }
    return completed;
  });
}
