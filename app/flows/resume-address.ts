import { blockAnchor } from '~/content/blocks';
import type { LessonOutline } from '~/content/outline';
import { coursePath } from '~/lib/course-path';
import type { Edition } from '~/lib/edition';
import type { Standing } from './find-standing.server';

/** Where 「続きから」 leads in a lesson: to the block where she left off, as long as that text stands. */
export function resumeAddress(
  { course, steps }: Pick<Standing, 'course' | 'steps'>,
  { id, slug, lessonHash }: LessonOutline,
  edition: Edition | null,
): string {
  const own = edition && course.version.outline.editions?.[edition]?.lessons[id];
  const step = steps.find(({ lessonId }) => lessonId === id);
  const { placeBlock = null, placeHash = null, doneAt = null } = step ?? {};
  const knows =
    placeBlock !== null &&
    placeBlock > 0 &&
    placeHash === (own?.lessonHash ?? lessonHash) &&
    !doneAt;
  const address = coursePath(edition, course.slug, 'lessons', slug);
  return knows ? `${address}#${blockAnchor(placeBlock)}` : address;
}

/** The edition she read last, as long as the course has it. */
export function lastEdition({
  course,
  enrolment,
}: Pick<Standing, 'course' | 'enrolment'>): Edition | null {
  const edition = enrolment?.edition ?? null;
  return edition && course.version.outline.editions?.[edition] ? edition : null;
}
