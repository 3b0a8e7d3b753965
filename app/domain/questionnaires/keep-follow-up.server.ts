import { followUps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { FollowUpWay } from '~/db/tables/questionnaires';
import type { Edition } from '~/lib/edition';
import { newId } from '~/lib/id.server';

export type KeepFollowUp = {
  personId: string;
  enrolmentId: string;
  cycle: number;
  programmeCode: string;
  way: FollowUpWay;
  edition: Edition | null;
  dueDay: string;
  reminders: number;
  /** Of the code she was given; an earlier one no longer holds. */
  codeHash: string | null;
  at: Date;
};

/** What she chose, once for each cycle of an enrolment: chosen anew it changes the way, never what was stopped or answered. */
export async function keepFollowUp(db: Db, input: KeepFollowUp): Promise<void> {
  const { at, ...row } = input;
  const { way, edition, codeHash } = row;
  await db
    .insert(followUps)
    .values({ id: newId(at), ...row, chosenAt: at })
    .onConflictDoUpdate({
      target: [followUps.enrolmentId, followUps.cycle],
      set: { way, edition, chosenAt: at, ...(codeHash && { codeHash }) },
    });
}
