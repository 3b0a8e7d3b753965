import type { AppLoadContext } from '@remix-run/node';
import { findStanding } from './find-standing.server';

type QuizAddress = { slug?: string; lesson?: string };

/** The learner's place in a course at a lesson with questions, or null when there is nobody who has begun this course. */
export async function findQuizPlace(
  { store, content }: AppLoadContext,
  { slug, lesson: lessonSlug }: QuizAddress,
  visitor: { personId: string } | null,
) {
  const standing = await findStanding(store.read, {
    slug: slug!,
    personId: visitor?.personId ?? null,
    programmes: content.programmes,
  });
  const lesson = standing?.course.version.outline.lessons.find((l) => l.slug === lessonSlug);
  if (!standing || !lesson?.quizHash) throw new Response(null, { status: 404 });
  const { course, programme, enrolment } = standing;
  if (!enrolment) return null;
  const { personId } = enrolment;
  return { personId, course, programme, enrolment, lesson, quizHash: lesson.quizHash };
}

export type QuizPlace = NonNullable<Awaited<ReturnType<typeof findQuizPlace>>>;
