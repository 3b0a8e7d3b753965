import { and, eq, inArray, isNull } from 'drizzle-orm';
import { loginSessions, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { Merge } from './find-merges-within.server';
import { findSamePeople } from './find-same-people.server';
import { undoableUntil } from './undoable-until';

export type UndoMerge = { merge: Authorised<Merge>; undoneBy: string; at: Date };

export type UndoneMerge =
  { ok: true } | { ok: false; reason: 'undone-before' } | { ok: false; reason: 'too-late' };

/**
 * Takes the lead from one record to the other away; each has its own again. Whoever is signed in
 * signs in anew, as it cannot be told with which record she came.
 */
export async function undoMerge(db: Db, { merge, undoneBy, at }: UndoMerge): Promise<UndoneMerge> {
  const [standing] = await db
    .select({ mergedAt: personMerges.mergedAt })
    .from(personMerges)
    .where(and(eq(personMerges.id, merge.id), isNull(personMerges.undoneAt)));
  if (!standing) return { ok: false, reason: 'undone-before' };
  if (at > undoableUntil(standing.mergedAt)) return { ok: false, reason: 'too-late' };
  const ids = await findSamePeople(db, { personId: merge.keptId });
  await db
    .update(personMerges)
    .set({ undoneAt: at, undoneBy })
    .where(eq(personMerges.id, merge.id));
  await db.delete(loginSessions).where(inArray(loginSessions.personId, ids));
  return { ok: true };
}
