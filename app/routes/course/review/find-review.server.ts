import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { bestAttempt } from '~/domain/assessment/best-attempt';
import { rightShareOf } from '~/domain/assessment/right-share-of';
import { findAnswers } from '~/domain/assessment/find-answers.server';
import { findAttempt } from '~/domain/assessment/find-attempt.server';
import { findAttempts } from '~/domain/assessment/find-attempts.server';
import { courseInEdition, languagesOf, quizHashFor } from '~/flows/course-in-edition';
import { findStanding } from '~/flows/find-standing.server';
import { readQuiz } from '~/flows/read-quiz.server';
import { formatDay, jstDates } from '~/lib/clock';
import { coursePath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';

/** A submitted attempt of this learner, with key and feedback. An open one leads back to its questions. */
export async function findReview({ params, request, context }: LoaderFunctionArgs) {
  const { store, content } = context;
  const edition = findEdition(params);
  const visitor = await findVisitor(request, context);
  const standing = await findStanding(store.read, {
    slug: params.slug!,
    personId: visitor?.personId ?? null,
    programmes: content.programmes,
  });
  const lessons = standing ? courseInEdition(standing.course.version.outline, edition).lessons : [];
  const index = lessons.findIndex(({ slug }) => slug === params.lesson);
  const lesson = lessons[index];
  const attempt =
    visitor && lesson
      ? await findAttempt(store.read, { attemptId: params.attempt!, personId: visitor.personId })
      : null;
  if (!standing || !lesson || attempt?.lessonId !== lesson.id) {
    throw new Response(null, { status: 404 });
  }
  const address = coursePath(edition, standing.course.slug, 'lessons', lesson.slug);
  if (!attempt.submittedAt) throw redirect(`${address}/quiz`);

  const { enrolmentId, lessonId } = attempt;
  const hash = quizHashFor(attempt.quizHash, lesson);
  const quiz = await readQuiz(store.read, { hash });
  const answers = await findAnswers(store.read, { attemptId: attempt.id });
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const past = await findAttempts(store.read, { enrolmentId, lessonId });
  const best = bestAttempt(past);
  const next = lessons[index + 1];
  return {
    slug: standing.course.slug,
    address,
    lesson: { slug: lesson.slug, title: lesson.title },
    attemptId: attempt.id,
    languages: languagesOf(standing.course, lesson, 'quiz', 'review', attempt.id),
    inOriginal: edition !== null && hash === attempt.quizHash,
    right: attempt.correctCount ?? 0,
    total: attempt.questionCount,
    enough: rightShareOf(attempt) >= standing.programme.completion.rightShare,
    lessonDone: standing.progress.doneIds.includes(lesson.id),
    finished: standing.progress.finished,
    next: next
      ? { title: next.title, to: coursePath(edition, standing.course.slug, 'lessons', next.slug) }
      : null,
    questions: quiz.questions.map((question) => {
      const answer = byQuestion.get(question.id);
      return {
        id: question.id,
        kind: question.kind,
        scene: question.scene,
        text: question.text,
        feedback: question.feedback,
        right: answer?.correct === true,
        response: answer?.response ?? [],
        options: question.options,
      };
    }),
    past: past.map(({ id, number, submittedAt, correctCount, questionCount }) => ({
      id,
      number,
      day: submittedAt ? formatDay(jstDates(submittedAt).day, edition) : '',
      right: correctCount ?? 0,
      total: questionCount,
      best: id === best?.id,
    })),
  };
}

export type Review = Awaited<ReturnType<typeof findReview>>;
export type ReviewQuestion = Review['questions'][number];
