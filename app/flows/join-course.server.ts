import type { AppLoadContext } from '@remix-run/node';
import { tryKey } from '~/auth/try-key.server';
import type { Course } from '~/domain/courses/find-course.server';
import type { Enrolment } from '~/domain/learning/find-enrolment.server';
import { startEnrolment } from '~/domain/learning/start-enrolment.server';
import { countTry } from '~/domain/operation/count-try.server';
import { formatTime, now } from '~/lib/clock';
import { beginAsGuest } from './begin-as-guest.server';

/** A whole school may begin at once behind one address; a machine that fills the database is slowed down. */
const BEGINNINGS_OF_ADDRESS = 600;
const WINDOW_SECONDS = 10 * 60;

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
  request?: Request,
): Promise<JoinedCourse> {
  const headers = new Headers();
  let personId = known?.personId;
  if (!personId) {
    await refuseTooMany(context);
    const guest = await beginAsGuest(context, request);
    headers.append('Set-Cookie', guest.setCookie);
    personId = guest.personId;
  }
  const start = { personId, courseId: course.id, versionId: course.version.id, at: now() };
  const enrolment = await context.store.tx((db) => startEnrolment(db, start));
  return { enrolment, headers };
}

/** Every learner without an account is a row, made before anybody said who she is. */
async function refuseTooMany(context: AppLoadContext): Promise<void> {
  const at = now();
  const key = tryKey(context, 'begin', context.clientAddress);
  const limit = { key, limit: BEGINNINGS_OF_ADDRESS, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (counted.ok) return;
  const seconds = Math.ceil((counted.retryAt.getTime() - at.getTime()) / 1000);
  throw new Response(formatTime(counted.retryAt), {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
  });
}
