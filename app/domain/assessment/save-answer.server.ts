import { and, eq, sql } from 'drizzle-orm';
import { answers } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Response } from '~/db/tables/assessment';
import { findAttempt } from './find-attempt.server';

export type SaveAnswer = {
  attemptId: string;
  personId: string;
  questionId: string;
  response: Response;
  /** When the learner chose. One that lies ahead counts as now. */
  answeredAt: Date;
  at: Date;
};

export type SavedAnswer =
  /** `held` is the answer that stands: this one, or a newer one that was there already. */
  | { ok: true; savedAt: Date; held: Response }
  | { ok: false; reason: 'unknown-attempt' }
  | { ok: false; reason: 'submitted' };

/**
 * Saves one answer of an open attempt. Between devices the newest choice stands: an older one that
 * arrives late, or arrives again, is acknowledged and changes nothing, also when the attempt has been
 * submitted meanwhile.
 */
export async function saveAnswer(db: Db, input: SaveAnswer): Promise<SavedAnswer> {
  const { questionId, response, at } = input;
  const attempt = await findAttempt(db, input);
  if (!attempt) return { ok: false, reason: 'unknown-attempt' };
  const attemptId = attempt.id;
  const answeredAt = input.answeredAt > at ? at : input.answeredAt;
  if (attempt.submittedAt) {
    const held = await findHeld(db, attemptId, questionId);
    return held && (held.answeredAt > answeredAt || isSame(held.response, response))
      ? { ok: true, savedAt: held.savedAt, held: held.response }
      : { ok: false, reason: 'submitted' };
  }

  await db
    .insert(answers)
    .values({ attemptId, questionId, response, answeredAt, savedAt: at })
    .onConflictDoUpdate({
      target: [answers.attemptId, answers.questionId],
      set: { response, answeredAt, savedAt: at },
      setWhere: sql`${answers.answeredAt} <= excluded.answered_at`,
    });
  const held = await findHeld(db, attemptId, questionId);
  if (!held) throw new Error(`no answer to ${questionId} after it was written`);
  return { ok: true, savedAt: held.savedAt, held: held.response };
}

async function findHeld(db: Db, attemptId: string, questionId: string) {
  const { response, answeredAt, savedAt } = answers;
  const [held] = await db
    .select({ response, answeredAt, savedAt })
    .from(answers)
    .where(and(eq(answers.attemptId, attemptId), eq(answers.questionId, questionId)));
  return held ?? null;
}

function isSame(a: Response, b: Response): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
