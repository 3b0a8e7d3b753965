import type { Programme } from '~/content/library';
import { gradeQuiz } from '~/content/quiz.server';
import type { Store } from '~/db/store.server';
import { rightShareOf } from '~/domain/assessment/right-share-of';
import { findAttempt } from '~/domain/assessment/find-attempt.server';
import { submitAttempt, type SubmittedAttempt } from '~/domain/assessment/submit-attempt.server';
import { finishLesson } from '~/domain/learning/finish-lesson.server';
import { completeCourse } from './complete-course.server';
import { readQuiz } from './read-quiz.server';

export type SubmitQuiz = {
  attemptId: string;
  personId: string;
  /** The course whose programme it is: an attempt at another one is not there. */
  courseId: string;
  programme: Programme;
  at: Date;
};

/**
 * In one transaction: closes an attempt, marks its lesson as done when the programme's share is
 * reached, and completes the course when that was the last one.
 */
export async function submitQuiz(store: Store, input: SubmitQuiz): Promise<SubmittedAttempt> {
  const { attemptId, personId, courseId, programme, at } = input;
  const attempt = await findAttempt(store.read, { attemptId, personId });
  if (attempt?.courseId !== courseId) return { ok: false, reason: 'unknown-attempt' };
  const quiz = await readQuiz(store.read, { hash: attempt.quizHash });
  const questions = quiz.questions.map(({ id, kind }) => ({ id, ordered: kind === 'order' }));

  return await store.tx(async (db) => {
    const result = await submitAttempt(db, {
      attemptId,
      personId,
      questions,
      grade: (responses) => gradeQuiz(quiz, responses).byQuestion,
      at,
    });
    if (result.ok && rightShareOf(result) >= programme.completion.rightShare) {
      const { enrolmentId, lessonId, versionId } = attempt;
      await finishLesson(db, { enrolmentId, lessonId, versionId, at });
    }
    if (result.ok) await completeCourse(db, { personId, courseId, programme, at });
    return result;
  });
}
