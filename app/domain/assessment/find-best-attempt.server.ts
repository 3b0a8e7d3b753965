import type { Db } from '~/db/store.server';
import { bestAttempt } from './best-attempt';
import type { Attempt } from './find-attempt.server';
import { findAttempts } from './find-attempts.server';

export async function findBestAttempt(
  db: Db,
  of: { enrolmentId: string; lessonId: string },
): Promise<Attempt | null> {
  return bestAttempt(await findAttempts(db, of));
}
