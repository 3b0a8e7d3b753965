import type { LoaderFunctionArgs } from '@remix-run/node';
import { toPublicQuestion } from '~/content/quiz.server';
import { findAnswers } from '~/domain/assessment/find-answers.server';
import { findAttempts } from '~/domain/assessment/find-attempts.server';
import { findOpenAttempt } from '~/domain/assessment/find-open-attempt.server';
import { courseInEdition, languagesOf, quizHashFor } from '~/flows/course-in-edition';
import type { QuizPlace } from '~/flows/find-quiz-place.server';
import { readQuiz } from '~/flows/read-quiz.server';
import { formatTime, now } from '~/lib/clock';
import { findEdition } from '~/lib/edition';
import { newId } from '~/lib/id.server';

/** All questions of a lesson, without key and feedback, with what was answered so far in the attempt under way. */
export async function findSheet({ context, params }: LoaderFunctionArgs, place: QuizPlace) {
  const { store } = context;
  const { course, enrolment } = place;
  const edition = findEdition(params);
  const { lessons } = courseInEdition(course.version.outline, edition);
  const lesson = lessons.find(({ id }) => id === place.lesson.id)!;
  const of = { enrolmentId: enrolment.id, lessonId: lesson.id };
  const attempt = await findOpenAttempt(store.read, of);
  const quizHash = attempt?.quizHash ?? place.quizHash;
  const hash = quizHashFor(quizHash, lesson);
  const quiz = await readQuiz(store.read, { hash });
  const answers = attempt ? await findAnswers(store.read, { attemptId: attempt.id }) : [];
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  return {
    slug: course.slug,
    lesson: { slug: lesson.slug, title: lesson.title },
    /** An attempt begins with its first answer; until then its id is only on this sheet. */
    attemptId: attempt?.id ?? newId(now()),
    quizHash,
    languages: languagesOf(course, lesson, 'quiz', 'sheet'),
    /** The edition lacks these questions: they are there in the original's words. */
    inOriginal: edition !== null && hash === quizHash,
    isAgain: !attempt && (await findAttempts(store.read, of)).length > 0,
    questions: quiz.questions.map((question) => {
      const answer = byQuestion.get(question.id);
      return {
        ...toPublicQuestion(question, quizHash),
        response: answer?.response ?? null,
        savedAt: answer ? formatTime(answer.savedAt) : null,
      };
    }),
  };
}

export type Sheet = Awaited<ReturnType<typeof findSheet>>;
export type SheetQuestion = Sheet['questions'][number];
