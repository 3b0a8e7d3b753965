import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import {
  undoMerge as undo,
  type UndoMerge,
  type UndoneMerge,
} from '~/domain/people/undo-merge.server';
import { recountPeople } from '~/domain/reporting/recount-people.server';

type Input = UndoMerge & { areaCode: string | null; purpose: string | null };

/** Undoes a merge, counts two people again and writes down who did it, in one transaction. */
export async function undoMerge(store: Store, input: Input): Promise<UndoneMerge> {
  const { areaCode, purpose, ...undoing } = input;
  const { merge, undoneBy: actorId, at } = undoing;
  return store.tx(async (db) => {
    const result = await recountPeople(db, {
      personIds: [merge.keptId, merge.mergedId],
      change: () => undo(db, undoing),
    });
    if (result.ok) {
      await recordAudit(db, {
        at,
        actorId,
        action: 'person.unmerge',
        subjectKind: 'person',
        subjectId: merge.keptId,
        areaCode,
        detail: { mergeId: merge.id, mergedId: merge.mergedId },
        purpose,
      });
    }
    return result;
  });
}
