import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Attempt } from './find-attempt.server';

/** The submitted attempts at a lesson's quiz, the first one first. */
export async function findAttempts(
  db: Db,
  { enrolmentId, lessonId }: { enrolmentId: string; lessonId: string },
): Promise<Attempt[]> {
  return await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.enrolmentId, enrolmentId),
        eq(attempts.lessonId, lessonId),
        isNotNull(attempts.submittedAt),
      ),
    )
    .orderBy(asc(attempts.number));
}
