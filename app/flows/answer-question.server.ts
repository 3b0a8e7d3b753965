import { isValidResponse } from '~/content/quiz.server';
import type { Store } from '~/db/store.server';
import { findAttempt } from '~/domain/assessment/find-attempt.server';
import {
  saveAnswer,
  type SaveAnswer,
  type SavedAnswer,
} from '~/domain/assessment/save-answer.server';
import { beginAttemptOfDevice, type BegunOnDevice } from './begin-attempt-of-device.server';
import { readQuiz } from './read-quiz.server';

/** `begun` says where an attempt belongs that a device began by itself. */
export type AnswerQuestion = SaveAnswer & { begun?: BegunOnDevice };

export type AnsweredQuestion =
  | SavedAnswer
  /** `changed`: the question, or its options, are not those that the attempt now has. */
  | { ok: false; reason: 'invalid' | 'changed' };

/** Saves an answer when it is one that its question can take. */
export async function answerQuestion(
  store: Store,
  { begun, ...input }: AnswerQuestion,
): Promise<AnsweredQuestion> {
  const { attemptId, personId, at } = input;
  const attempt =
    (await findAttempt(store.read, input)) ??
    (begun ? await beginAttemptOfDevice(store, { attemptId, personId, begun, at }) : null);
  if (!attempt) return { ok: false, reason: 'unknown-attempt' };
  const { questions } = await readQuiz(store.read, { hash: attempt.quizHash });
  const question = questions.find(({ id }) => id === input.questionId);
  if (!question || !isValidResponse(question, input.response)) {
    const isOther = begun !== undefined && begun.quizHash !== attempt.quizHash;
    return { ok: false, reason: isOther ? 'changed' : 'invalid' };
  }
  return await store.tx((db) => saveAnswer(db, input));
}
