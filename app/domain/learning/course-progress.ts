import { isLessonDone, type RuleFacts, type RuleLesson } from './is-lesson-done';

export type ProgressLesson = RuleLesson & { minutes: number };

export type CourseProgress = {
  doneIds: string[];
  /** Something of it is kept, and it is not done yet. */
  underWayIds: string[];
  minutesLeft: number;
  /** Where to go on; null when every lesson is done. */
  nextId: string | null;
  /** Every lesson is done, or was when the course was finished: a lesson added later is open, and takes nothing back. */
  finished: boolean;
};

export type CourseProgressInput = RuleFacts & {
  lessons: ProgressLesson[];
  /** Lessons of which something is kept: one that was merely opened is not begun. */
  begunLessonIds: string[];
  lastLessonId: string | null;
  /** The course was finished before, as it then was. */
  finishedBefore?: boolean;
};

/** What is done and what comes next, by the lessons the course has now. */
export function courseProgress(input: CourseProgressInput): CourseProgress {
  const { lessons, begunLessonIds, lastLessonId, finishedBefore = false } = input;
  const begun = new Set(begunLessonIds);
  const ahead = lessons.filter((lesson) => !isLessonDone(lesson, input));
  const aheadIds = new Set(ahead.map(({ id }) => id));
  const last = lessons.findIndex(({ id }) => id === lastLessonId);
  const next = lessons.slice(Math.max(last, 0)).find(({ id }) => aheadIds.has(id)) ?? ahead[0];
  return {
    doneIds: lessons.filter(({ id }) => !aheadIds.has(id)).map(({ id }) => id),
    underWayIds: ahead.filter(({ id }) => begun.has(id)).map(({ id }) => id),
    minutesLeft: ahead.reduce((sum, { minutes }) => sum + minutes, 0),
    nextId: next?.id ?? null,
    finished: finishedBefore || (lessons.length > 0 && ahead.length === 0),
  };
}
