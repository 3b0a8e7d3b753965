import { eq } from 'drizzle-orm';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Gives an enrolment, with all its progress, to somebody who has none in that course. */
export async function moveEnrolment(
  db: Db,
  { enrolmentId, personId }: { enrolmentId: string; personId: string },
): Promise<void> {
  await db.update(enrolments).set({ personId }).where(eq(enrolments.id, enrolmentId));
}
