import { and, eq, lt } from 'drizzle-orm';
import { authenticators } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type TakeStep = {
  personId: string;
  step: number;
  /** The secret sealed anew, where an older key had sealed it. */
  resealed?: { sealedSecret: string; keyId: string };
};

/** Takes the code of a time step, or an earlier one, away for good. False when it was taken already. */
export async function takeStep(db: Db, { personId, step, resealed }: TakeStep): Promise<boolean> {
  const taken = await db
    .update(authenticators)
    .set({ lastStep: step, ...resealed })
    .where(and(eq(authenticators.personId, personId), lt(authenticators.lastStep, step)))
    .returning({ step: authenticators.lastStep });
  return taken.length === 1;
}
