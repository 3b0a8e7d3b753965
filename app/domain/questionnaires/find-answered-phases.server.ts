import { inArray } from 'drizzle-orm';
import { questionnaireAnswers } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { QuestionPhase } from '~/db/tables/questionnaires';

/** Which of the questions around her course the learner has answered; what she said is read by nobody. */
export async function findAnsweredPhases(
  db: Db,
  { pairKeys }: { pairKeys: readonly string[] },
): Promise<QuestionPhase[]> {
  const rows = await db
    .select({ phase: questionnaireAnswers.phase })
    .from(questionnaireAnswers)
    .where(inArray(questionnaireAnswers.pairKey, [...pairKeys]));
  return rows.map(({ phase }) => phase);
}
