import { and, eq, isNull, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { NextStep } from './find-next-steps.server';

export type MarkNextStep = { personId: string; family: NextStep['family']; at: Date };

/** 「やってみた」: the moment of the first time stays. */
export async function markNextStep(db: Db, { personId, family, at }: MarkNextStep): Promise<void> {
  await db
    .update(nextSteps)
    .set({ doneAt: at })
    .where(
      and(
        sql`${nextSteps.personId} in (${samePeople(personId)})`,
        eq(nextSteps.family, family),
        isNull(nextSteps.doneAt),
      ),
    );
}
