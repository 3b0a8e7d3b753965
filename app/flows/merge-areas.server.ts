import type { Db, Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { countOrganisationsOf } from '~/domain/organisations/count-organisations-of.server';
import { countPeopleOfAreas } from '~/domain/people/count-people-of-areas.server';
import { checkMerger, type CheckedMerger, type Merger } from '~/domain/regions/check-merger.server';
import { findGroupsOf } from '~/domain/regions/find-groups-of.server';
import { findMergers } from '~/domain/regions/find-mergers.server';
import { recordMerger } from '~/domain/regions/record-merger.server';
import { countCompletionsOfAreas } from '~/domain/reporting/count-completions-of-areas.server';
import { findAreasAbove } from '~/domain/reporting/find-areas-above.server';
import type { Bound } from '~/lib/bound';
import { askForRecounts } from './recount-areas.server';

type PreviewMerger = {
  merger: Merger;
  within: Bound<'merger'>;
  groupsWithin: Bound<'region-group'>;
  at: Date;
};

/** What a merger would mean, in numbers; nothing is written. */
export async function previewMerger(db: Db, input: PreviewMerger) {
  const { merger, within, groupsWithin, at } = input;
  const checked = await checkMerger(db, merger);
  if (!checked.ok) return checked;
  const areaCodes = checked.from.map(({ code }) => code);
  return {
    ...checked,
    completions: await countCompletionsOfAreas(db, { areaCodes, within }),
    ...(await countPeopleOfAreas(db, { areaCodes, within, at })),
    hosts: await countOrganisationsOf(db, { areaCodes }),
    groups: await findGroupsOf(db, { areaCodes, within: groupsWithin }),
  };
}

type MergeAreas = { merger: Merger; within: Bound<'merger'>; actorId: string; at: Date };

type MergedAreas = { ok: true } | Extract<CheckedMerger, { ok: false }>;

/** Records a merger once, and asks for the figures of everything that now counts more to be counted anew. */
export async function mergeAreas(
  store: Store,
  { merger, within, actorId, at }: MergeAreas,
): Promise<MergedAreas> {
  if (!within.everywhere) return { ok: false, reason: 'not-there' };
  return store.tx(async (db) => {
    const { fromCodes, toCode, day, fresh } = merger;
    const known = await findMergers(db);
    const isKnown = (fromCode: string) =>
      known.some(
        ({ from, to, ...one }) => from.code === fromCode && to.code === toCode && one.day === day,
      );
    if (fromCodes.length > 0 && fromCodes.every(isKnown)) return { ok: true };
    const recorded = await recordMerger(db, merger);
    if (!recorded.ok) return recorded;
    await recordAudit(db, {
      at,
      actorId,
      action: 'region.merge',
      subjectKind: 'region',
      subjectId: toCode,
      areaCode: toCode,
      detail: { from: fromCodes, day, fresh: fresh !== null },
    });
    await askForRecounts(db, { areaCodes: await findAreasAbove(db, { code: toCode }), at });
    return { ok: true };
  });
}
