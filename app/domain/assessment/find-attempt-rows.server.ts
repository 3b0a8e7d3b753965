import { asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { answers, attemptAliases, attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Every attempt of somebody with every answer, for whoever it is about. */
export async function findAttemptRows(db: Db, { personIds }: { personIds: readonly string[] }) {
  const isHers = inArray(attempts.personId, [...personIds]);
  return {
    attempts: await db.select().from(attempts).where(isHers).orderBy(asc(attempts.startedAt)),
    attemptAliases: await db
      .select(getTableColumns(attemptAliases))
      .from(attemptAliases)
      .innerJoin(attempts, eq(attempts.id, attemptAliases.attemptId))
      .where(isHers)
      .orderBy(asc(attemptAliases.createdAt)),
    answers: await db
      .select(getTableColumns(answers))
      .from(answers)
      .innerJoin(attempts, eq(attempts.id, answers.attemptId))
      .where(isHers)
      .orderBy(asc(answers.answeredAt)),
  };
}
