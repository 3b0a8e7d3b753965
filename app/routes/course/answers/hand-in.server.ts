import type { ActionFunctionArgs } from '@remix-run/node';
import { findStanding } from '~/flows/find-standing.server';
import { submitQuiz } from '~/flows/submit-quiz.server';
import { formatTime } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';

type HandIn = { form: FormData; personId: string; at: Date };

/** Closes an attempt for a device that waited for the network. Sent again, it says the same again. */
export async function handIn(
  { params, context }: ActionFunctionArgs,
  { form, personId, at }: HandIn,
): Promise<Response> {
  const { store, content } = context;
  const known = { slug: params.slug!, personId, programmes: content.programmes };
  const standing = await findStanding(store.read, known);
  const unknown = Response.json({ ok: false, reason: 'unknown-attempt' }, { status: 404 });
  if (!standing) return unknown;
  const { course, programme } = standing;
  const attemptId = String(form.get('attempt'));
  const submitted = await submitQuiz(store, {
    attemptId,
    personId,
    courseId: course.id,
    programme,
    at,
  });
  if (submitted.ok) {
    const quiz = coursePath(findEdition(params), course.slug, 'lessons', params.lesson!, 'quiz');
    const review = `${quiz}/review/${encodeURIComponent(attemptId)}`;
    return Response.json({ ok: true, savedAt: formatTime(at), review });
  }
  if (submitted.reason === 'unknown-attempt') return unknown;
  const { reason, questionIds } = submitted;
  return Response.json({ ok: false, reason, questionIds }, { status: 409 });
}
