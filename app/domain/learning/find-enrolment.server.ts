import { and, eq } from 'drizzle-orm';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Enrolment = typeof enrolments.$inferSelect;

export async function findEnrolment(
  db: Db,
  { personId, courseId }: { personId: string; courseId: string },
): Promise<Enrolment | null> {
  const [row] = await db
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.personId, personId), eq(enrolments.courseId, courseId)));
  return row ?? null;
}
