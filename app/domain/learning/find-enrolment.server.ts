import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { samePeople } from '~/db/same-people.server';
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

/**
 * Her enrolment in a course. Where this record has none, that of one which was merged with it: who
 * learned under another number goes on where she was.
 */
export async function findEnrolment(
  db: Db,
  { personId, courseId }: { personId: string; courseId: string },
): Promise<Enrolment | null> {
  const [own] = await statement(db).execute({ personId, courseId });
  if (own) return own;
  const [row] = await db
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.courseId, courseId),
        sql`${enrolments.personId} in (${samePeople(personId)})`,
      ),
    )
    .orderBy(desc(isNotNull(enrolments.finishedAt)), desc(enrolments.lastSeenAt))
    .limit(1);
  return row ?? null;
}
