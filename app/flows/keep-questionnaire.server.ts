import type { AppLoadContext } from '@remix-run/node';
import { pairKeysOf } from '~/auth/pair-keys.server';
import type { Db } from '~/db/store.server';
import type { QuestionPhase } from '~/db/tables/questionnaires';
import { findLearner } from '~/domain/learning/find-learner.server';
import { keepAnswers } from '~/domain/questionnaires/keep-answers.server';

export type KeepQuestionnaire = {
  enrolment: { id: string; personId: string; cycle: number };
  phase: QuestionPhase;
  programmeCode: string;
  version: string;
  answers: Record<string, number>;
  at: Date;
};

/** Keeps answers under the pair key of the enrolment and its cycle, with the municipality she counts for, and without her. */
export async function keepQuestionnaire(
  db: Db,
  context: Pick<AppLoadContext, 'secret' | 'olderSecrets'>,
  { enrolment, ...given }: KeepQuestionnaire,
): Promise<{ kept: boolean }> {
  // Nothing was said: that is no answer, and what was said before stays.
  if (Object.keys(given.answers).length === 0) return { kept: false };
  const learner = await findLearner(db, { personId: enrolment.personId, at: given.at });
  const place = learner && {
    municipalityCode: learner.municipalityCode,
    prefectureCode: learner.prefectureCode,
  };
  const { id: enrolmentId, cycle } = enrolment;
  const pairKeys = pairKeysOf(context, { enrolmentId, cycle });
  return keepAnswers(db, { pairKeys, place, demo: learner?.demo ?? false, ...given });
}
