import { and, eq, inArray, isNull } from 'drizzle-orm';
import { loginSessions, personMerges } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import { newId } from '~/lib/id.server';
import { holdsRole } from './holds-role.server';
import type { PersonRow } from './person-columns.server';

export type MergePeople = {
  /** The record that stands for the person afterwards. */
  kept: Authorised<PersonRow>;
  merged: Authorised<PersonRow>;
  mergedBy: string;
  areaCode: string | null;
  at: Date;
};

export type MergedPeople =
  | { ok: true; mergeId: string }
  /** One record cannot be merged with itself. */
  | { ok: false; reason: 'same-record' }
  /** Somebody has merged one of them already. */
  | { ok: false; reason: 'merged-before' }
  /** Who signs in with one record opens the other: no record that holds a role is drawn into that. */
  | { ok: false; reason: 'has-role' };

/**
 * Lets one record lead to another. Nothing is moved, so that it can be undone; whoever was signed in
 * with the merged record signs in anew. Both have to stand for themselves, so a circle cannot come about.
 */
export async function mergePeople(db: Db, input: MergePeople): Promise<MergedPeople> {
  const { kept, merged, mergedBy, areaCode, at } = input;
  if (kept.id === merged.id) return { ok: false, reason: 'same-record' };
  const both = [kept.id, merged.id];
  const [before] = await db
    .select({ id: personMerges.id })
    .from(personMerges)
    .where(and(inArray(personMerges.mergedId, both), isNull(personMerges.undoneAt)));
  if (before) return { ok: false, reason: 'merged-before' };
  if (await holdsRole(db, { personIds: both, at })) return { ok: false, reason: 'has-role' };

  const mergeId = newId(at);
  await db.insert(personMerges).values({
    id: mergeId,
    keptId: kept.id,
    mergedId: merged.id,
    areaCode,
    mergedBy,
    mergedAt: at,
  });
  await db.delete(loginSessions).where(eq(loginSessions.personId, merged.id));
  return { ok: true, mergeId };
}
