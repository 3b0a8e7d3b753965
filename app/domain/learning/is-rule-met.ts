import { isLessonDone, type RuleFacts, type RuleLesson } from './is-lesson-done';

/** Whether a course is finished: every lesson of it is done. A course without lessons never is. */
export function isRuleMet({ lessons, ...facts }: RuleFacts & { lessons: RuleLesson[] }): boolean {
  return lessons.length > 0 && lessons.every((lesson) => isLessonDone(lesson, facts));
}
