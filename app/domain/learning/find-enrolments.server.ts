import { desc, eq, isNotNull, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Enrolment } from './find-enrolment.server';

/** Every course a person has begun, the one she was last in first. One that two of her records began is there once. */
export async function findEnrolments(
  db: Db,
  { personId }: { personId: string },
): Promise<Enrolment[]> {
  const rows = await db
    .select()
    .from(enrolments)
    .where(sql`${enrolments.personId} in (${samePeople(personId)})`)
    .orderBy(
      desc(eq(enrolments.personId, personId)),
      desc(isNotNull(enrolments.finishedAt)),
      desc(enrolments.lastSeenAt),
      desc(enrolments.id),
    );
  const shown = new Map<string, Enrolment>();
  for (const row of rows) if (!shown.has(row.courseId)) shown.set(row.courseId, row);
  return [...shown.values()].sort(
    (a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime() || (a.id < b.id ? 1 : -1),
  );
}
