import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { answers, attemptAliases, attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type MoveAttempts = {
  fromEnrolmentId: string;
  /** May be the same enrolment, when it has been given to another person. */
  toEnrolmentId: string;
  personId: string;
};

type Attempt = typeof attempts.$inferSelect;

/**
 * Moves every attempt to another enrolment of the same course, numbered on after those that are
 * there. Where both have one open for a lesson, their answers come together in one, the newest
 * choice for each question.
 */
export async function moveAttempts(db: Db, input: MoveAttempts): Promise<void> {
  const { fromEnrolmentId, toEnrolmentId, personId } = input;
  if (fromEnrolmentId === toEnrolmentId) {
    await db.update(attempts).set({ personId }).where(eq(attempts.enrolmentId, fromEnrolmentId));
    return;
  }
  const theirs = await findAll(db, toEnrolmentId);
  for (const attempt of await findAll(db, fromEnrolmentId)) {
    const there = theirs.filter(({ lessonId }) => lessonId === attempt.lessonId);
    const open = there.find(({ submittedAt }) => submittedAt === null);
    if (attempt.submittedAt === null && open) {
      const kept = await uniteOpen(db, attempt, open);
      if (kept === open) continue;
      theirs.splice(theirs.indexOf(open), 1);
    }
    const number = Math.max(0, ...there.map((one) => one.number)) + 1;
    const moved = { enrolmentId: toEnrolmentId, personId, number };
    await db.update(attempts).set(moved).where(eq(attempts.id, attempt.id));
    theirs.push({ ...attempt, ...moved });
  }
}

function findAll(db: Db, enrolmentId: string): Promise<Attempt[]> {
  return db
    .select()
    .from(attempts)
    .where(eq(attempts.enrolmentId, enrolmentId))
    .orderBy(asc(attempts.number));
}

/** One of two open attempts, with the answers of both. At two versions of a quiz the newer attempt is kept alone: their answers do not fit together. */
async function uniteOpen(db: Db, from: Attempt, into: Attempt): Promise<Attempt> {
  const isSameQuiz = from.quizHash === into.quizHash;
  const kept = !isSameQuiz && from.startedAt > into.startedAt ? from : into;
  const left = kept === into ? from : into;
  if (isSameQuiz) {
    const rows = await db.select().from(answers).where(eq(answers.attemptId, from.id));
    for (const { questionId, response, answeredAt, savedAt } of rows) {
      const newer = { response, answeredAt, savedAt };
      await db
        .insert(answers)
        .values({ attemptId: into.id, questionId, ...newer })
        .onConflictDoUpdate({
          target: [answers.attemptId, answers.questionId],
          set: newer,
          setWhere: sql`${answers.answeredAt} < excluded.answered_at`,
        });
    }
  }
  // A device that still knows the other by its id, or by one of its own, is heard all the same.
  await db
    .update(attemptAliases)
    .set({ attemptId: kept.id })
    .where(eq(attemptAliases.attemptId, left.id));
  const { id, startedAt } = left;
  await db.insert(attemptAliases).values({ id, attemptId: kept.id, createdAt: startedAt });
  await db.delete(answers).where(eq(answers.attemptId, left.id));
  await db.delete(attempts).where(and(eq(attempts.id, left.id), isNull(attempts.submittedAt)));
  return kept;
}
