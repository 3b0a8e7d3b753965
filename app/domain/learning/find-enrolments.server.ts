import { desc, eq } from 'drizzle-orm';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Enrolment } from './find-enrolment.server';

/** Every course a person has begun, the one she was last in first. */
export async function findEnrolments(
  db: Db,
  { personId }: { personId: string },
): Promise<Enrolment[]> {
  return db
    .select()
    .from(enrolments)
    .where(eq(enrolments.personId, personId))
    .orderBy(desc(enrolments.lastSeenAt), desc(enrolments.id));
}
