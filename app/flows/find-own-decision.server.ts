import type { Db } from '~/db/store.server';
import { findLearner } from '~/domain/learning/find-learner.server';
import { findHostProgramme } from '~/domain/organisations/find-host-programme.server';
import { findOwnHost } from './find-own-host.server';

export type OwnDecision = {
  hostName: string;
  localTitle: string | null;
  electiveCourseId: string | null;
};
type FindOwnDecision = { personId: string | null; programmeCode: string; at: Date };

/** What a learner's own host decided about a programme. Null for a visitor, and where nothing is decided. */
export async function findOwnDecision(
  db: Db,
  { personId, programmeCode, at }: FindOwnDecision,
): Promise<OwnDecision | null> {
  if (!personId) return null;
  const learner = await findLearner(db, { personId, at });
  const cityCode = learner?.cityCode ?? null;
  const host = await findOwnHost(db, { personId, programmeCode, cityCode });
  if (!host) return null;
  const decided = await findHostProgramme(db, { organisationId: host.id, programmeCode });
  if (!decided) return null;
  const { localTitle, electiveCourseId } = decided;
  return { hostName: host.name, localTitle, electiveCourseId };
}
