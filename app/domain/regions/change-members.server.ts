import { and, eq, inArray } from 'drizzle-orm';
import { regionGroupMembers, regions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { RegionGroup } from './find-groups.server';

export type ChangeMembers = {
  group: Authorised<RegionGroup>;
  add?: string[];
  remove?: string[];
};

export type ChangedMembers =
  | { ok: true; added: string[]; removed: string[] }
  | { ok: false; reason: 'ended' | 'not-a-municipality' };

/** Adds and takes out municipalities or wards, of whatever prefecture. What is so already stays so. */
export async function changeMembers(
  db: Db,
  { group, add = [], remove = [] }: ChangeMembers,
): Promise<ChangedMembers> {
  if (group.endedAt) return { ok: false, reason: 'ended' };
  const wanted = [...new Set(add)];
  const found = await db
    .select({ code: regions.code, kind: regions.kind, counted: regions.counted })
    .from(regions)
    .where(inArray(regions.code, wanted));
  const fitting = found.filter(({ kind, counted }) => counted && kind !== 'prefecture');
  if (fitting.length < wanted.length) return { ok: false, reason: 'not-a-municipality' };

  const gone = await db
    .delete(regionGroupMembers)
    .where(
      and(eq(regionGroupMembers.groupId, group.id), inArray(regionGroupMembers.areaCode, remove)),
    )
    .returning({ code: regionGroupMembers.areaCode });
  const come = wanted.length
    ? await db
        .insert(regionGroupMembers)
        .values(wanted.map((areaCode) => ({ groupId: group.id, areaCode })))
        .onConflictDoNothing()
        .returning({ code: regionGroupMembers.areaCode })
    : [];
  return { ok: true, added: come.map(({ code }) => code), removed: gone.map(({ code }) => code) };
}
