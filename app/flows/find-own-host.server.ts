import type { Db } from '~/db/store.server';
import { findProgrammeEnrolments } from '~/domain/learning/find-programme-enrolments.server';
import type { Organisation } from '~/domain/organisations/ensure-operator.server';
import { findHost } from '~/domain/organisations/find-host.server';

export type FindOwnHost = {
  personId: string;
  programmeCode: string;
  /** Of her municipality; null for a learner who has said none. */
  cityCode: string | null;
};

/**
 * Whose decisions hold for a learner in a programme, and whose name her certificate bears: the host she
 * enrolled under in one of its courses, of several the one of the course begun last; else that of her own
 * municipality. What a screen says beforehand and what completes her ask here alike, so that no town's
 * choice of an elective counts for somebody who learns under another host. Null where there is none.
 */
export async function findOwnHost(
  db: Db,
  { personId, programmeCode, cityCode }: FindOwnHost,
): Promise<Organisation | null> {
  const enrolments = await findProgrammeEnrolments(db, { personId, programmeCode });
  const under = enrolments.find(({ organisationId }) => organisationId !== null);
  const organisationId = under?.organisationId ?? null;
  if (!organisationId && !cityCode) return null;
  return findHost(db, { organisationId, municipalityCode: cityCode ?? '' });
}
