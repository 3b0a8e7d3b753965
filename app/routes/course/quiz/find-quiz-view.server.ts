import type { LoaderFunctionArgs } from '@remix-run/node';
import { findVisitor } from '~/auth/guards.server';
import { toPublicQuestion } from '~/content/quiz.server';
import { bestAttempt } from '~/domain/assessment/best-attempt';
import { findAnswers } from '~/domain/assessment/find-answers.server';
import { findAttempts } from '~/domain/assessment/find-attempts.server';
import { findOpenAttempt } from '~/domain/assessment/find-open-attempt.server';
import { courseInEdition, languagesOf, quizHashFor } from '~/flows/course-in-edition';
import { findQuizPlace, type QuizPlace } from '~/flows/find-quiz-place.server';
import { readQuiz } from '~/flows/read-quiz.server';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import { findEdition } from '~/lib/edition';

/** The learner and her place, or null when there is nobody who has begun this course. */
export async function findPlace({ params, request, context }: LoaderFunctionArgs) {
  return findQuizPlace(context, params, await findVisitor(request, context));
}

/** What every state of the quiz page shows. Questions come without key and feedback. */
export async function findQuizView({ context, params }: LoaderFunctionArgs, place: QuizPlace) {
  const { store } = context;
  const { course, enrolment } = place;
  const edition = findEdition(params);
  const { lessons } = courseInEdition(course.version.outline, edition);
  const lesson = lessons.find(({ id }) => id === place.lesson.id)!;
  const head = {
    slug: course.slug,
    lesson: { slug: lesson.slug, title: lesson.title },
    languages: languagesOf(course, lesson, 'quiz'),
  };
  const of = { enrolmentId: enrolment.id, lessonId: lesson.id };
  const attempt = await findOpenAttempt(store.read, of);
  if (!attempt) {
    const past = await findAttempts(store.read, of);
    const best = bestAttempt(past);
    return {
      ...head,
      state: 'closed' as const,
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
  const hash = quizHashFor(attempt.quizHash, lesson);
  const quiz = await readQuiz(store.read, { hash });
  const answers = await findAnswers(store.read, { attemptId: attempt.id });
  const responses = Object.fromEntries(answers.map((a) => [a.questionId, a.response]));
  const newest = answers.reduce<Date | null>(
    (latest, { savedAt }) => (latest && latest > savedAt ? latest : savedAt),
    null,
  );
  return {
    ...head,
    state: 'open' as const,
    attemptId: attempt.id,
    /** The edition lacks these questions: they are there in the original's words. */
    inOriginal: edition !== null && hash === attempt.quizHash,
    questions: quiz.questions.map((question) => ({
      ...toPublicQuestion(question, attempt.id),
      response: responses[question.id] ?? null,
    })),
    savedAt: newest ? formatTime(newest) : null,
  };
}

export type QuizView = Awaited<ReturnType<typeof findQuizView>>;
export type OpenQuiz = Extract<QuizView, { state: 'open' }>;
export type ClosedQuiz = Extract<QuizView, { state: 'closed' }>;
