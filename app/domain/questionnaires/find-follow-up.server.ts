import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FollowUp = typeof followUps.$inferSelect;

export type FindFollowUp =
  | { id: string }
  | { enrolmentId: string; cycle: number }
  /** Of a link in a mail, the first or the reminder. */
  | { tokenHash: string }
  /** Of a code, by every secret it may have been made with. */
  | { codeHashes: readonly string[] };

export async function findFollowUp(db: Db, by: FindFollowUp): Promise<FollowUp | null> {
  const [row] = await db.select().from(followUps).where(conditionOf(by)).limit(1);
  return row ?? null;
}

function conditionOf(by: FindFollowUp): SQL | undefined {
  if ('id' in by) return eq(followUps.id, by.id);
  if ('enrolmentId' in by)
    return and(eq(followUps.enrolmentId, by.enrolmentId), eq(followUps.cycle, by.cycle));
  if ('codeHashes' in by) return inArray(followUps.codeHash, [...by.codeHashes]);
  return or(eq(followUps.tokenHash, by.tokenHash), eq(followUps.reminderTokenHash, by.tokenHash));
}
