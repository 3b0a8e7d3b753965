import { and, eq, sql } from 'drizzle-orm';
import { answers, attempts, optionTallies } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Response } from '~/db/tables/assessment';
import { findAnswers } from './find-answers.server';
import { findAttempt } from './find-attempt.server';
import { tallyKey } from './tally-key';
import { ANSWERED, ANSWERED_RIGHT } from './tally-marks';

export type SubmitAttempt = {
  attemptId: string;
  personId: string;
  /** The questions of the attempt's quiz; `ordered` ones have every option in every answer, so options are not counted. */
  questions: { id: string; ordered: boolean }[];
  /** Says for each question whether the answer is right. */
  grade: (responses: Record<string, Response>) => Record<string, boolean>;
  at: Date;
};

export type SubmittedAttempt =
  | { ok: true; correctCount: number; questionCount: number }
  | { ok: false; reason: 'unknown-attempt' }
  | { ok: false; reason: 'unanswered'; questionIds: string[] };

/** Grades an attempt once and closes it. Sent again, it answers with what was found the first time. */
export async function submitAttempt(db: Db, input: SubmitAttempt): Promise<SubmittedAttempt> {
  const { questions, at } = input;
  const attempt = await findAttempt(db, input);
  if (!attempt) return { ok: false, reason: 'unknown-attempt' };
  const { id: attemptId, questionCount } = attempt;
  if (attempt.submittedAt) {
    return { ok: true, correctCount: attempt.correctCount ?? 0, questionCount };
  }

  const saved = await findAnswers(db, { attemptId });
  const responses = Object.fromEntries(saved.map((a) => [a.questionId, a.response]));
  const unanswered = questions.filter(({ id }) => !responses[id]).map(({ id }) => id);
  if (unanswered.length > 0) return { ok: false, reason: 'unanswered', questionIds: unanswered };

  const results = input.grade(responses);
  for (const { id, ordered } of questions) {
    const correct = results[id] === true;
    await db
      .update(answers)
      .set({ correct })
      .where(and(eq(answers.attemptId, attemptId), eq(answers.questionId, id)));
    const marks = [ANSWERED, ...(correct ? [ANSWERED_RIGHT] : [])];
    const counted = ordered ? marks : [...marks, ...(responses[id] ?? [])];
    await addToTallies(db, attempt.courseId, tallyKey(attempt.lessonId, id), counted);
  }
  const correctCount = questions.filter(({ id }) => results[id] === true).length;
  await db
    .update(attempts)
    .set({ submittedAt: at, correctCount })
    .where(eq(attempts.id, attemptId));
  return { ok: true, correctCount, questionCount };
}

async function addToTallies(db: Db, courseId: string, questionId: string, optionIds: string[]) {
  await db
    .insert(optionTallies)
    .values(optionIds.map((optionId) => ({ courseId, questionId, optionId, chosen: 1 })))
    .onConflictDoUpdate({
      target: [optionTallies.courseId, optionTallies.questionId, optionTallies.optionId],
      set: { chosen: sql`${optionTallies.chosen} + 1` },
    });
}
