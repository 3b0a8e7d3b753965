import { and, eq, isNull } from 'drizzle-orm';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Attempt } from './find-attempt.server';

/** The attempt under way; there is never more than one for a lesson. */
export async function findOpenAttempt(
  db: Db,
  { enrolmentId, lessonId }: { enrolmentId: string; lessonId: string },
): Promise<Attempt | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.enrolmentId, enrolmentId),
        eq(attempts.lessonId, lessonId),
        isNull(attempts.submittedAt),
      ),
    );
  return row ?? null;
}
