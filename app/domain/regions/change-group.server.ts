import { eq } from 'drizzle-orm';
import { regionGroups } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionGroupKind } from '~/db/tables/regions';
import type { Authorised } from '~/lib/bound';
import type { RegionGroup } from './find-groups.server';

export type ChangeGroup = {
  group: Authorised<RegionGroup>;
  name: string;
  kana: string;
  kind: RegionGroupKind;
};

/** False when nothing differs. */
export async function changeGroup(
  db: Db,
  { group, name, kana, kind }: ChangeGroup,
): Promise<boolean> {
  if (group.name === name && group.kana === kana && group.kind === kind) return false;
  await db.update(regionGroups).set({ name, kana, kind }).where(eq(regionGroups.id, group.id));
  return true;
}
