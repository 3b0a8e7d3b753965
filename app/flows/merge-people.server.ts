import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  mergePeople as merge,
  type MergedPeople,
  type MergePeople,
} from '~/domain/people/merge-people.server';
import { recountPeople } from '~/domain/reporting/recount-people.server';

type Input = MergePeople & { purpose: string | null };

/** Merges two records, counts their person once and writes down who did it, in one transaction. */
export async function mergePeople(store: Store, input: Input): Promise<MergedPeople> {
  const { purpose, ...merging } = input;
  const { kept, merged, mergedBy: actorId, areaCode, at } = merging;
  return store.tx(async (db) => {
    const result = await recountPeople(db, {
      personIds: [kept.id, merged.id],
      change: () => merge(db, merging),
    });
    if (result.ok) {
      await recordAudit(db, {
        at,
        actorId,
        action: 'person.merge',
        subjectKind: 'person',
        subjectId: kept.id,
        areaCode,
        detail: { mergeId: result.mergeId, mergedId: merged.id },
        purpose,
      });
    }
    return result;
  });
}
