import type { Store } from '~/db/store.server';
import { moveAttempts } from '~/domain/assessment/move-attempts.server';
import { findEnrolments } from '~/domain/learning/find-enrolments.server';
import { moveEnrolment } from '~/domain/learning/move-enrolment.server';
import { moveNextSteps } from '~/domain/learning/move-next-steps.server';
import { uniteEnrolments } from '~/domain/learning/unite-enrolments.server';
import { moveFollowUp } from '~/domain/questionnaires/move-follow-up.server';
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
export async function claimLearning(store: Store, input: ClaimLearning): Promise<number> {
  const { fromPersonId, toPersonId, programmes, at } = input;
  if (fromPersonId === toPersonId) return 0;
  const moved = await store.tx(async (db) => {
    const from = await findPerson(db, { id: fromPersonId });
    if (!from || from.registeredAt) return 0;
    const own = await findEnrolments(db, { personId: toPersonId });
    const coming = await findEnrolments(db, { personId: fromPersonId });
    for (const { id, courseId } of coming) {
      const into = own.find((enrolment) => enrolment.courseId === courseId);
      const attempts = {
        fromEnrolmentId: id,
        toEnrolmentId: into?.id ?? id,
        personId: into?.personId ?? toPersonId,
      };
      await moveAttempts(db, attempts);
      await moveFollowUp(db, attempts);
      if (into) await uniteEnrolments(db, { fromId: id, intoId: into.id });
      else await moveEnrolment(db, { enrolmentId: id, personId: toPersonId });
    }
    await moveNextSteps(db, { fromPersonId, toPersonId });
    await endContinueCodes(db, { personId: fromPersonId, at });
    return coming.length;
  });
  await claimCompletions(store, { personId: toPersonId, programmes, at });
  return moved;
}
