import { inArray } from 'drizzle-orm';
import { questionnaireAnswers } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { QuestionPhase } from '~/db/tables/questionnaires';

export type AnsweredPhase = { phase: QuestionPhase; month: string };

/** Which of the questions around her course the learner has answered, and in which month; what she said is read by nobody. */
export async function findAnsweredPhases(
  db: Db,
  { pairKeys }: { pairKeys: readonly string[] },
): Promise<AnsweredPhase[]> {
  return db
    .select({ phase: questionnaireAnswers.phase, month: questionnaireAnswers.month })
    .from(questionnaireAnswers)
    .where(inArray(questionnaireAnswers.pairKey, [...pairKeys]));
}
