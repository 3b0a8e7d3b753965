import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { rightShareOf } from './right-share-of';

const statement = prepareOnce((db) =>
  db
    .select({
      lessonId: attempts.lessonId,
      correctCount: attempts.correctCount,
      questionCount: attempts.questionCount,
      submittedAt: attempts.submittedAt,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.enrolmentId, sql.placeholder('enrolmentId')),
        isNotNull(attempts.submittedAt),
      ),
    )
    .prepare(),
);

export type FindBestShares = {
  enrolmentId: string;
  /** Attempts submitted before are of an earlier cycle and do not count. */
  since?: Date | null;
};

/** Share of questions right in the best submitted attempt, by lesson. A lesson without one is absent. */
export async function findBestShares(
  db: Db,
  { enrolmentId, since = null }: FindBestShares,
): Promise<Record<string, number>> {
  const rows = await statement(db).execute({ enrolmentId });
  const shares: Record<string, number> = {};
  for (const row of rows) {
    if (since && row.submittedAt && row.submittedAt < since) continue;
    shares[row.lessonId] = Math.max(shares[row.lessonId] ?? 0, rightShareOf(row));
  }
  return shares;
}
