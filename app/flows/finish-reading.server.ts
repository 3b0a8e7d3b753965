import type { Store } from '~/db/store.server';
import { findVersionOfText } from '~/domain/courses/find-version-of-text.server';
import type { Enrolment } from '~/domain/learning/find-enrolment.server';
import { finishLesson } from '~/domain/learning/finish-lesson.server';
import { coursePath } from '~/lib/course-path';
import type { Edition } from '~/lib/edition';
import { completeCourse } from './complete-course.server';
import type { Standing } from './find-standing.server';

type FinishReading = {
  standing: Pick<Standing, 'course' | 'programme'>;
  enrolment: Enrolment;
  lessonId: string;
  edition: Edition | null;
  /** Of the text that she read; without it, of the one that is shown now. */
  hash?: string;
  /** When she said so, which is earlier where a device had no network. */
  readAt: Date;
  at: Date;
};

/** 「読みました」 of a lesson without questions: done, and where to go on. Sent again, it says the same again. */
export async function finishReading(
  store: Store,
  { standing, enrolment, lessonId, edition, hash, readAt, at }: FinishReading,
): Promise<{ to: string }> {
  const { course, programme } = standing;
  const { personId, id: enrolmentId, cycleBegunAt } = enrolment;
  const read = hash ? await findVersionOfText(store.read, { course, lessonId, hash }) : null;
  const versionId = read?.versionId ?? course.version.id;
  // What was read before she began anew was done then.
  const isOfBefore = cycleBegunAt !== null && readAt < cycleBegunAt;
  const { state } = await store.tx(async (db) => {
    if (!isOfBefore) await finishLesson(db, { enrolmentId, lessonId, versionId, at });
    return await completeCourse(db, { personId, courseId: course.id, programme, at });
  });
  if (state !== 'not-yet') return { to: coursePath(edition, course.slug, 'finish') };
  const { lessons } = course.version.outline;
  const next = lessons[lessons.findIndex(({ id }) => id === lessonId) + 1];
  return { to: coursePath(edition, course.slug, ...(next ? ['lessons', next.slug] : [])) };
}
