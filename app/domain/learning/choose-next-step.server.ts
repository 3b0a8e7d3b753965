import { nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { findNextSteps, type NextStep } from './find-next-steps.server';

export type ChooseNextStep = {
  personId: string;
  family: NextStep['family'];
  step: string;
  at: Date;
};

/** Chooses a step, or another in its place. The one that is chosen already stays as it is, done or not. */
export async function chooseNextStep(db: Db, { at, ...chosen }: ChooseNextStep): Promise<void> {
  const { personId, family, step } = chosen;
  const known = (await findNextSteps(db, { personId })).find((one) => one.family === family);
  if (known?.step === step) return;
  await db
    .insert(nextSteps)
    .values({ ...chosen, chosenAt: at })
    .onConflictDoUpdate({
      target: [nextSteps.personId, nextSteps.family],
      set: { step, chosenAt: at, doneAt: null },
    });
}
