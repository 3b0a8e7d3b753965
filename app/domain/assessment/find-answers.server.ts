import { eq } from 'drizzle-orm';
import { answers } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Answer = Omit<typeof answers.$inferSelect, 'attemptId'>;

export async function findAnswers(db: Db, { attemptId }: { attemptId: string }): Promise<Answer[]> {
  return await db
    .select({
      questionId: answers.questionId,
      response: answers.response,
      answeredAt: answers.answeredAt,
      savedAt: answers.savedAt,
      correct: answers.correct,
    })
    .from(answers)
    .where(eq(answers.attemptId, attemptId));
}
