import { and, eq, inArray, isNull } from 'drizzle-orm';
import { questionnaireAnswers } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { QuestionPhase } from '~/db/tables/questionnaires';
import { jstDates } from '~/lib/clock';

export type KeepAnswers = {
  /** Of the enrolment, by every secret it may have been made with. */
  pairKeys: readonly string[];
  phase: QuestionPhase;
  programmeCode: string;
  /** Null for somebody who counts for no municipality. */
  place: { municipalityCode: string; prefectureCode: string } | null;
  version: string;
  answers: Record<string, number>;
  demo: boolean;
  at: Date;
};

/**
 * Keeps what was answered. Sent again within the month it takes the place of what was sent before; later
 * the first stays (`kept: false`). Whoever has a municipality by now counts for it with all her answers.
 */
export async function keepAnswers(db: Db, input: KeepAnswers): Promise<{ kept: boolean }> {
  const { pairKeys, phase, programmeCode, place, version, answers, demo, at } = input;
  const { month, fiscalYear } = jstDates(at);
  const [known] = await db
    .select({ pairKey: questionnaireAnswers.pairKey })
    .from(questionnaireAnswers)
    .where(inArray(questionnaireAnswers.pairKey, [...pairKeys]))
    .limit(1);
  const pairKey = known?.pairKey ?? pairKeys[0]!;
  const written = await db
    .insert(questionnaireAnswers)
    .values({
      ...{ pairKey, phase, programmeCode, version, answers, demo },
      ...{ month, fiscalYear },
      municipalityCode: place?.municipalityCode ?? null,
      prefectureCode: place?.prefectureCode ?? null,
    })
    .onConflictDoUpdate({
      target: [questionnaireAnswers.pairKey, questionnaireAnswers.phase],
      set: { version, answers },
      setWhere: eq(questionnaireAnswers.month, month),
    })
    .returning({ phase: questionnaireAnswers.phase });
  if (place) {
    const { municipalityCode, prefectureCode } = place;
    await db
      .update(questionnaireAnswers)
      .set({ municipalityCode, prefectureCode })
      .where(
        and(
          eq(questionnaireAnswers.pairKey, pairKey),
          isNull(questionnaireAnswers.municipalityCode),
        ),
      );
  }
  return { kept: written.length === 1 };
}
