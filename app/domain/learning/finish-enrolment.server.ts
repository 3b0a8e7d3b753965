import { and, eq, isNull } from 'drizzle-orm';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type FinishEnrolment = { enrolmentId: string; at: Date };

/** Marks that the programme's rule is met. The first time stands. */
export async function finishEnrolment(db: Db, { enrolmentId, at }: FinishEnrolment): Promise<void> {
  await db
    .update(enrolments)
    .set({ finishedAt: at })
    .where(and(eq(enrolments.id, enrolmentId), isNull(enrolments.finishedAt)));
}
