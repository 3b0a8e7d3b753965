import { isValidResponse } from '~/content/quiz.server';
import type { Store } from '~/db/store.server';
import { findAttempt } from '~/domain/assessment/find-attempt.server';
import {
  saveAnswer,
  type SaveAnswer,
  type SavedAnswer,
} from '~/domain/assessment/save-answer.server';
import { readQuiz } from './read-quiz.server';

export type AnsweredQuestion = SavedAnswer | { ok: false; reason: 'invalid' };

/** Saves an answer when it is one that its question can take. */
export async function answerQuestion(store: Store, input: SaveAnswer): Promise<AnsweredQuestion> {
  const attempt = await findAttempt(store.read, input);
  if (!attempt) return { ok: false, reason: 'unknown-attempt' };
  if (attempt.submittedAt) return { ok: false, reason: 'submitted' };
  const { questions } = await readQuiz(store.read, { hash: attempt.quizHash });
  const question = questions.find(({ id }) => id === input.questionId);
  if (!question || !isValidResponse(question, input.response)) {
    return { ok: false, reason: 'invalid' };
  }
  return await store.tx((db) => saveAnswer(db, input));
}
