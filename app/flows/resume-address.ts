import { blockAnchor } from '~/content/blocks';
import type { LessonOutline } from '~/content/outline';
import type { Standing } from './find-standing.server';

/** Where 「続きから」 leads in a lesson: to the block where she left off, as long as that text stands. */
export function resumeAddress(
  { course, steps }: Pick<Standing, 'course' | 'steps'>,
  { id, slug, lessonHash }: LessonOutline,
): string {
  const step = steps.find(({ lessonId }) => lessonId === id);
  const { placeBlock = null, placeHash = null, doneAt = null } = step ?? {};
  const knows = placeBlock !== null && placeBlock > 0 && placeHash === lessonHash && !doneAt;
  return `/courses/${course.slug}/lessons/${slug}${knows ? `#${blockAnchor(placeBlock)}` : ''}`;
}
