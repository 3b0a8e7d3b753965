import { and, desc, eq, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { courses, enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** What of an enrolment in one course holds for its whole programme. */
export type ProgrammeEnrolment = {
  organisationId: string | null;
  cycle: number;
  /** Null in the first cycle. */
  cycleBegunAt: Date | null;
};

/** A person's enrolments in the courses of a programme, over all her records, the one begun last first. */
export async function findProgrammeEnrolments(
  db: Db,
  { personId, programmeCode }: { personId: string; programmeCode: string },
): Promise<ProgrammeEnrolment[]> {
  const { organisationId, cycle, cycleBegunAt } = enrolments;
  return db
    .select({ organisationId, cycle, cycleBegunAt })
    .from(enrolments)
    .innerJoin(courses, eq(courses.id, enrolments.courseId))
    .where(
      and(
        sql`${enrolments.personId} in (${samePeople(personId)})`,
        eq(courses.programmeCode, programmeCode),
      ),
    )
    .orderBy(desc(enrolments.startedAt), desc(enrolments.id));
}
