import { z } from 'zod';
import type { Store } from '~/db/store.server';
import type { Attempt } from '~/domain/assessment/find-attempt.server';
import { takeUpAttempt } from '~/domain/assessment/take-up-attempt.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { findLessonOfQuiz } from '~/domain/courses/find-lesson-of-quiz.server';
import { findEnrolment } from '~/domain/learning/find-enrolment.server';

/** Where a device began an attempt by itself. */
export type BegunOnDevice = {
  slug: string;
  lesson: string;
  /** The questions that it had before it. */
  quizHash: string;
};

const deviceId = z.uuid();

export type BeginAttemptOfDevice = {
  attemptId: string;
  personId: string;
  begun: BegunOnDevice;
  at: Date;
};

/**
 * An attempt that a device began while it had no network, under the id that it gave to it. Null when the
 * learner has not begun this course, the questions are none of this lesson's, or the id is not hers.
 */
export async function beginAttemptOfDevice(
  store: Store,
  { attemptId, personId, begun, at }: BeginAttemptOfDevice,
): Promise<Attempt | null> {
  if (!deviceId.safeParse(attemptId).success) return null;
  const course = await findCourse(store.read, { slug: begun.slug });
  const enrolment = course && (await findEnrolment(store.read, { personId, courseId: course.id }));
  if (!course || !enrolment) return null;
  const { lesson: slug, quizHash } = begun;
  const found = await findLessonOfQuiz(store.read, { courseId: course.id, slug, quizHash });
  if (!found) return null;
  return await store.tx((db) =>
    takeUpAttempt(db, {
      id: attemptId,
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      courseId: course.id,
      lessonId: found.lesson.id,
      versionId: found.versionId,
      quizHash,
      questionCount: found.lesson.questionCount,
      at,
    }),
  );
}
