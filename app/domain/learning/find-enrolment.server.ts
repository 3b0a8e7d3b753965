import { and, eq, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Enrolment = typeof enrolments.$inferSelect;

const statement = prepareOnce((db) =>
  db
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.personId, sql.placeholder('personId')),
        eq(enrolments.courseId, sql.placeholder('courseId')),
      ),
    )
    .prepare(),
);

export async function findEnrolment(
  db: Db,
  { personId, courseId }: { personId: string; courseId: string },
): Promise<Enrolment | null> {
  const [row] = await statement(db).execute({ personId, courseId });
  return row ?? null;
}
