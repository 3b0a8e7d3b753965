import { regionGroups } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { RegionGroupKind } from '~/db/tables/regions';

export type MakeGroup = {
  /** Sent with the form, so that sending it twice makes one group. */
  id: string;
  name: string;
  kana: string;
  kind: RegionGroupKind;
  at: Date;
};

/** A group without members. False when it was made before. */
export async function makeGroup(db: Db, { at, ...group }: MakeGroup): Promise<boolean> {
  const made = await db
    .insert(regionGroups)
    .values({ ...group, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: regionGroups.id });
  return made.length > 0;
}
