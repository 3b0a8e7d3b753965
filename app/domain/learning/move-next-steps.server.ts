import { eq } from 'drizzle-orm';
import { nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type MoveNextSteps = { fromPersonId: string; toPersonId: string };

/** Takes what was chosen without an account along; where both chose, what she chose with it stays. */
export async function moveNextSteps(
  db: Db,
  { fromPersonId, toPersonId }: MoveNextSteps,
): Promise<void> {
  const coming = await db.select().from(nextSteps).where(eq(nextSteps.personId, fromPersonId));
  if (coming.length === 0) return;
  await db
    .insert(nextSteps)
    .values(coming.map((step) => ({ ...step, personId: toPersonId })))
    .onConflictDoNothing();
  await db.delete(nextSteps).where(eq(nextSteps.personId, fromPersonId));
}
