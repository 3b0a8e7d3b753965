import { and, eq, inArray } from 'drizzle-orm';
import { questionnaireAnswers } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type UniteAnswers = {
  /** Of two enrolments that become one, by every secret they may have been made with. */
  fromPairKeys: readonly string[];
  intoPairKeys: readonly string[];
};

/**
 * Lets what was answered around two enrolments stand under one key, so that the answers before and after
 * are a pair again. Where both answered the same questions, the one that stays is that of `into`: one
 * learner is counted once. Only the key changes; the rows bear no more of her than before.
 */
export async function uniteAnswers(
  db: Db,
  { fromPairKeys, intoPairKeys }: UniteAnswers,
): Promise<void> {
  const { pairKey, phase } = questionnaireAnswers;
  const find = (pairKeys: readonly string[]) =>
    db
      .select({ pairKey, phase })
      .from(questionnaireAnswers)
      .where(inArray(pairKey, [...pairKeys]));
  const own = await find(intoPairKeys);
  const into = own[0]?.pairKey ?? intoPairKeys[0]!;
  for (const row of await find(fromPairKeys)) {
    const isRow = and(eq(pairKey, row.pairKey), eq(phase, row.phase));
    if (own.some((other) => other.phase === row.phase)) {
      await db.delete(questionnaireAnswers).where(isRow);
    } else {
      await db.update(questionnaireAnswers).set({ pairKey: into }).where(isRow);
    }
  }
}
