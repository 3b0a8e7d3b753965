import type { CourseOutline } from '~/db/tables/courses';

/** Whether a lesson's text, in whichever edition, stands under this hash. */
export function hasText(outline: CourseOutline, lessonId: string, hash: string): boolean {
  const original = outline.lessons.find(({ id }) => id === lessonId);
  const editions = Object.values(outline.editions ?? {}).map(({ lessons }) => lessons[lessonId]);
  return [original, ...editions].some((text) => text?.lessonHash === hash);
}
