import { eq, inArray } from 'drizzle-orm';
import { enrolments, lessonProgress, nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Takes away how far one person came. Completions are another thing and stay. */
export async function eraseEnrolments(db: Db, { personId }: { personId: string }): Promise<void> {
  const own = db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.personId, personId));
  await db.delete(lessonProgress).where(inArray(lessonProgress.enrolmentId, own));
  await db.delete(nextSteps).where(eq(nextSteps.personId, personId));
  await db.delete(enrolments).where(eq(enrolments.personId, personId));
}
