import { eq } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type MoveFollowUp = { fromEnrolmentId: string; toEnrolmentId: string; personId: string };

/** Goes with its enrolment to whoever has that now. Where she chose for her own enrolment before, that stands. */
export async function moveFollowUp(db: Db, input: MoveFollowUp): Promise<void> {
  const { fromEnrolmentId, toEnrolmentId, personId } = input;
  const from = eq(followUps.enrolmentId, fromEnrolmentId);
  if (fromEnrolmentId !== toEnrolmentId) {
    const [own] = await db
      .select({ id: followUps.id })
      .from(followUps)
      .where(eq(followUps.enrolmentId, toEnrolmentId));
    if (own) return void (await db.delete(followUps).where(from));
  }
  await db.update(followUps).set({ enrolmentId: toEnrolmentId, personId }).where(from);
}
