import { and, eq } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

type Chosen = { enrolmentId: string; cycle: number };

export type MoveFollowUp = { from: Chosen; to: Chosen; personId: string };

/** Goes with its enrolment to whoever has that now. Where she chose for her own enrolment before, that stands. */
export async function moveFollowUp(db: Db, { from, to, personId }: MoveFollowUp): Promise<void> {
  const isOf = ({ enrolmentId, cycle }: Chosen) =>
    and(eq(followUps.enrolmentId, enrolmentId), eq(followUps.cycle, cycle));
  if (from.enrolmentId !== to.enrolmentId) {
    const [own] = await db.select({ id: followUps.id }).from(followUps).where(isOf(to));
    if (own) return void (await db.delete(followUps).where(isOf(from)));
  }
  await db
    .update(followUps)
    .set({ ...to, personId })
    .where(isOf(from));
}
