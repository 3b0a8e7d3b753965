import type { Db } from '~/db/store.server';
import { findLearner } from '~/domain/learning/find-learner.server';
import { findHostProgramme } from '~/domain/organisations/find-host-programme.server';
import { findHost } from '~/domain/organisations/find-host.server';

export type OwnDecision = {
  hostName: string;
  localTitle: string | null;
  electiveCourseId: string | null;
};
type FindOwnDecision = { personId: string | null; programmeCode: string; at: Date };

/** What the host of a learner's own municipality decided about a programme. Null for a guest, and where nothing is decided. */
export async function findOwnDecision(
  db: Db,
  { personId, programmeCode, at }: FindOwnDecision,
): Promise<OwnDecision | null> {
  const learner = personId ? await findLearner(db, { personId, at }) : null;
  if (!learner) return null;
  const host = await findHost(db, { organisationId: null, municipalityCode: learner.cityCode });
  if (!host) return null;
  const decided = await findHostProgramme(db, { organisationId: host.id, programmeCode });
  if (!decided) return null;
  const { localTitle, electiveCourseId } = decided;
  return { hostName: host.name, localTitle, electiveCourseId };
}
