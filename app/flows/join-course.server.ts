import type { AppLoadContext } from '@remix-run/node';
import type { Course } from '~/domain/courses/find-course.server';
import type { Enrolment } from '~/domain/learning/find-enrolment.server';
import { startEnrolment } from '~/domain/learning/start-enrolment.server';
import { now } from '~/lib/clock';
import { beginAsGuest } from './begin-as-guest.server';

export type JoinedCourse = {
  enrolment: Enrolment;
  /** To be sent with the answer: carries the session of a learner who was not known before. */
  headers: Headers;
};

/** Enrols a person; somebody not known yet begins as a learner without an account. */
export async function joinCourse(
  context: AppLoadContext,
  course: Course,
  known: { personId: string } | null,
): Promise<JoinedCourse> {
  const headers = new Headers();
  let personId = known?.personId;
  if (!personId) {
    const guest = await beginAsGuest(context);
    headers.append('Set-Cookie', guest.setCookie);
    personId = guest.personId;
  }
  const start = { personId, courseId: course.id, versionId: course.version.id, at: now() };
  const enrolment = await context.store.tx((db) => startEnrolment(db, start));
  return { enrolment, headers };
}
