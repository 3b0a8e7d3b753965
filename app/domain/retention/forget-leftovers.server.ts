import { and, count, isNotNull, lte, or, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { followUps, invitations, mails, oneTimeTokens, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';

export type ForgetLeftovers = {
  at: Date;
  days: {
    oneTimeTokens: number;
    mails: number;
    invitations: number;
    undoneMerges: number;
    followUps: number;
  };
  /** Counts and leaves everything as it is. */
  dryRun: boolean;
};

export type Leftover = keyof ForgetLeftovers['days'];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes away what is over and names or addresses somebody. Says how many rows of each. */
export async function forgetLeftovers(
  db: Db,
  { at, days, dryRun }: ForgetLeftovers,
): Promise<Record<Leftover, number>> {
  const before = (kind: Leftover) => new Date(at.getTime() - days[kind] * DAY_MS);
  const ended = before('invitations');
  const settled = before('followUps');
  const over: Record<Leftover, [SQLiteTable, SQL | undefined]> = {
    oneTimeTokens: [oneTimeTokens, lte(oneTimeTokens.expiresAt, before('oneTimeTokens'))],
    // Also one that never left: it holds an address, and a link that leads nowhere by now.
    mails: [mails, lte(mails.createdAt, before('mails'))],
    invitations: [
      invitations,
      or(lte(invitations.expiresAt, ended), lte(invitations.endedAt, ended)),
    ],
    undoneMerges: [
      personMerges,
      and(isNotNull(personMerges.undoneAt), lte(personMerges.undoneAt, before('undoneMerges'))),
    ],
    // Answered, stopped, or left unanswered: nobody is asked any more, whatever way she chose.
    followUps: [
      followUps,
      or(
        lte(followUps.answeredAt, settled),
        lte(followUps.stoppedAt, settled),
        lte(followUps.dueDay, jstDates(settled).day),
      ),
    ],
  };
  const counts = {} as Record<Leftover, number>;
  for (const [kind, [table, isOver]] of Object.entries(over)) {
    const [rows] = await db.select({ n: count() }).from(table).where(isOver);
    counts[kind as Leftover] = rows!.n;
    if (!dryRun) await db.delete(table).where(isOver);
  }
  return counts;
}
