import type { Db } from '~/db/store.server';
import { settings } from '~/db/schema.server';

export async function keepSetting(
  db: Db,
  { key, value, at }: { key: string; value: string; at: Date },
): Promise<void> {
  await db
    .insert(settings)
    .values({ key, value, changedAt: at })
    .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: at } });
}
