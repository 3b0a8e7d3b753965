import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { startAttempt } from '~/domain/assessment/start-attempt.server';
import { questionnaireOf } from '~/flows/asked-questions';
import { findStanding } from '~/flows/find-standing.server';
import { joinCourse } from '~/flows/join-course.server';
import { resumeAddress } from '~/flows/resume-address';
import { now } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(coursePath(findEdition(params), params.slug!));
}

/**
 * Begins or goes on: at the lesson where one left, or with `lesson` at that one, or with `quiz` at
 * its questions, with `questions` at what is asked before a course. Somebody not known yet begins without an account.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { store, content } = context;
  const form = await request.formData();
  const slug = params.slug!;
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  const known = { slug, personId: visitor?.personId ?? null, programmes: content.programmes };
  const found = await findStanding(store.read, known);
  if (!found) throw new Response(null, { status: 404 });
  const { course, progress } = found;
  const { lessons } = course.version.outline;
  const asked = form.get('lesson');
  const lesson = lessons.find((l) => l.slug === asked);
  if (asked !== null && !lesson) throw new Response(null, { status: 404 });

  const { enrolment, headers } = await joinCourse(context, course, visitor, request);
  const address = coursePath(edition, slug, 'lessons');
  const { programme } = found;
  if (form.has('questions') && questionnaireOf(programme, slug, content.questionnaires)) {
    return redirect(coursePath(edition, slug, 'questions', 'before'), { headers });
  }
  if (!lesson) {
    const next = lessons.find(({ id }) => id === progress.nextId);
    return redirect(
      next ? resumeAddress(found, next, edition) : coursePath(edition, slug, 'finish'),
      { headers },
    );
  }
  if (!form.has('quiz') || !lesson.quizHash) {
    return redirect(`${address}/${lesson.slug}`, { headers });
  }
  const attempt = {
    enrolmentId: enrolment.id,
    personId: enrolment.personId,
    courseId: course.id,
    lessonId: lesson.id,
    versionId: course.version.id,
    quizHash: lesson.quizHash,
    questionCount: lesson.questionCount,
    at: now(),
  };
  await store.tx((db) => startAttempt(db, attempt));
  return redirect(`${address}/${lesson.slug}/quiz`, { headers });
}
