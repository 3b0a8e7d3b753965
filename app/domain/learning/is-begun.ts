import type { CourseProgress } from './course-progress';

/** Whether anything is kept of what she learned in a course: who has only opened it begins. */
export function isBegun({ doneIds, underWayIds }: CourseProgress): boolean {
  return doneIds.length + underWayIds.length > 0;
}
