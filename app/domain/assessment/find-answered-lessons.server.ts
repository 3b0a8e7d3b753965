import { eq, max, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { answers, attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

const statement = prepareOnce((db) =>
  db
    .select({ lessonId: attempts.lessonId, last: max(answers.answeredAt) })
    .from(attempts)
    .innerJoin(answers, eq(answers.attemptId, attempts.id))
    .where(eq(attempts.enrolmentId, sql.placeholder('enrolmentId')))
    .groupBy(attempts.lessonId)
    .prepare(),
);

export type FindAnsweredLessons = {
  enrolmentId: string;
  /** Answers of before are of an earlier cycle and do not count. */
  since?: Date | null;
};

/** Lessons of which a question was answered, handed in or not. */
export async function findAnsweredLessons(
  db: Db,
  { enrolmentId, since = null }: FindAnsweredLessons,
): Promise<string[]> {
  const rows = await statement(db).execute({ enrolmentId });
  return rows.flatMap(({ lessonId, last }) => (since && last && last < since ? [] : [lessonId]));
}
