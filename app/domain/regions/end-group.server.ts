import { and, eq, isNull } from 'drizzle-orm';
import { regionGroups } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Authorised } from '~/lib/bound';
import type { RegionGroup } from './find-groups.server';

/** From then on its officers reach nothing through it. False when it had ended before. */
export async function endGroup(
  db: Db,
  { group, at }: { group: Authorised<RegionGroup>; at: Date },
): Promise<boolean> {
  const ended = await db
    .update(regionGroups)
    .set({ endedAt: at })
    .where(and(eq(regionGroups.id, group.id), isNull(regionGroups.endedAt)))
    .returning({ id: regionGroups.id });
  return ended.length > 0;
}
