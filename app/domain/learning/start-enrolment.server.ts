import { enrolments } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newId } from '~/lib/id.server';
import { findEnrolment, type Enrolment } from './find-enrolment.server';

export type StartEnrolment = {
  personId: string;
  courseId: string;
  versionId: string;
  organisationId?: string | null;
  at: Date;
};

/** The person's enrolment in the course, made when there is none. Two starts at once get the same one. */
export async function startEnrolment(db: Db, input: StartEnrolment): Promise<Enrolment> {
  const { personId, courseId, versionId, organisationId = null, at } = input;
  const begun = await findEnrolment(db, { personId, courseId });
  if (begun) return begun;
  await db
    .insert(enrolments)
    .values({
      id: newId(at),
      personId,
      courseId,
      versionId,
      organisationId,
      startedAt: at,
      lastSeenAt: at,
    })
    .onConflictDoNothing();
  const row = await findEnrolment(db, { personId, courseId });
  if (!row) throw new Error(`no enrolment of ${personId} in ${courseId} after it was written`);
  return row;
}
