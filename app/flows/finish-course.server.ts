import type { Store } from '~/db/store.server';
import {
  completeCourse,
  type CompleteCourse,
  type CompletedCourse,
} from './complete-course.server';

/** Completes a course in one transaction, as soon as its programme's rule is met. However often and from how many places it is asked, there is one completion and one certificate. */
export async function finishCourse(store: Store, input: CompleteCourse): Promise<CompletedCourse> {
  return store.tx((db) => completeCourse(db, input));
}
