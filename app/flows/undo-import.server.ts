import { recordAudit } from '~/domain/audit/record-audit.server';
import type { Batch } from '~/domain/imports/find-batch.server';
import { findTakenPeople } from '~/domain/imports/find-taken-people.server';
import { mayUndo } from '~/domain/imports/may-undo';
import { undoBatch } from '~/domain/imports/undo-batch.server';
import { removeUnusedPeople } from '~/domain/people/remove-unused-people.server';
import type { Store } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';

export type UndoImport = { batch: Authorised<Batch>; undoneBy: string; at: Date };
export type UndoneImport =
  { ok: true; gone: number; kept: number } | { ok: false; reason: 'too-late' | 'not-done' };

/** Takes back a whole list within a day, but for the people who have already come. */
export async function undoImport(store: Store, input: UndoImport): Promise<UndoneImport> {
  const { batch, undoneBy, at } = input;
  const may = mayUndo(batch, at);
  if (!may) return { ok: false, reason: 'not-done' };
  if (!may.open) return { ok: false, reason: 'too-late' };
  return await store.tx(async (db) => {
    const taken = await findTakenPeople(db, batch);
    const goneIds = await removeUnusedPeople(db, { ids: taken.map(({ personId }) => personId) });
    if (!(await undoBatch(db, { batch, goneIds, undoneBy, at }))) {
      return { ok: false, reason: 'not-done' };
    }
    const account = { gone: goneIds.length, kept: taken.length - goneIds.length };
    await recordAudit(db, {
      at,
      actorId: undoneBy,
      action: 'import.undo',
      subjectKind: 'import',
      subjectId: batch.id,
      areaCode: batch.areaCode,
      detail: account,
    });
    return { ok: true, ...account };
  });
}
