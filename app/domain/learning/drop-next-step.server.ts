import { and, eq, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { NextStep } from './find-next-steps.server';

export type DropNextStep = { personId: string; family: NextStep['family'] };

/** Takes the step away, as if it had not been chosen. */
export async function dropNextStep(db: Db, { personId, family }: DropNextStep): Promise<void> {
  await db
    .delete(nextSteps)
    .where(
      and(sql`${nextSteps.personId} in (${samePeople(personId)})`, eq(nextSteps.family, family)),
    );
}
