import type { AppLoadContext } from '@remix-run/node';
import { pairKeysOf } from '~/auth/pair-keys.server';
import { moveAttempts } from '~/domain/assessment/move-attempts.server';
import type { Enrolment } from '~/domain/learning/find-enrolment.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { moveEnrolment } from '~/domain/learning/move-enrolment.server';
import { moveNextSteps } from '~/domain/learning/move-next-steps.server';
import { uniteEnrolments } from '~/domain/learning/unite-enrolments.server';
import { moveFollowUp } from '~/domain/questionnaires/move-follow-up.server';
import { uniteAnswers } from '~/domain/questionnaires/unite-answers.server';
import { endContinueCodes } from '~/domain/people/end-continue-codes.server';
import { findPerson } from '~/domain/people/find-person.server';
import { claimCompletions, type ClaimCompletions } from './claim-completions.server';

export type ClaimLearning = {
  /** A learner without an account. Her row stays, with nothing left in it. */
  fromPersonId: string;
  toPersonId: string;
  programmes: ClaimCompletions['programmes'];
  at: Date;
};

/**
 * Joins what was learned without an account with somebody's own: nothing is lost, nothing counted
 * twice. What is finished when both are taken together is completed. Says how many courses came.
 */
export async function claimLearning(
  context: Pick<AppLoadContext, 'store' | 'secret' | 'olderSecrets'>,
  input: ClaimLearning,
): Promise<number> {
  const { store } = context;
  const { fromPersonId, toPersonId, programmes, at } = input;
  if (fromPersonId === toPersonId) return 0;
  const moved = await store.tx(async (db) => {
    const from = await findPerson(db, { id: fromPersonId });
    if (!from || from.registeredAt) return 0;
    const own = await findEnrolments(db, { personId: toPersonId });
    const coming = await findEnrolments(db, { personId: fromPersonId });
    for (const enrolment of coming) {
      const { id, courseId } = enrolment;
      const into = own.find((one) => one.courseId === courseId);
      const personId = into?.personId ?? toPersonId;
      const toEnrolmentId = into?.id ?? id;
      await moveAttempts(db, { fromEnrolmentId: id, toEnrolmentId, personId });
      const from = { enrolmentId: id, cycle: enrolment.cycle };
      const to = {
        enrolmentId: toEnrolmentId,
        cycle: into ? cycleOf(enrolment, into) : from.cycle,
      };
      await moveFollowUp(db, { from, to, personId });
      if (into) {
        const fromPairKeys = pairKeysOf(context, from);
        await uniteAnswers(db, { fromPairKeys, intoPairKeys: pairKeysOf(context, to) });
        await uniteEnrolments(db, { fromId: id, intoId: into.id });
      } else await moveEnrolment(db, { enrolmentId: id, personId: toPersonId });
    }
    await moveNextSteps(db, { fromPersonId, toPersonId });
    await endContinueCodes(db, { personId: fromPersonId, at });
    return coming.length;
  });
  await claimCompletions(store, { personId: toPersonId, programmes, at });
  return moved;
}

/** The cycle of hers to which something belongs that she began without her account. */
function cycleOf({ startedAt }: Enrolment, { cycle, cycleBegunAt }: Enrolment): number {
  return cycleBegunAt && startedAt < cycleBegunAt ? cycle - 1 : cycle;
}
