import { eq } from 'drizzle-orm';
import type { Db } from '~/db/store.server';
import { settings } from '~/db/schema.server';

export async function findSetting(db: Db, { key }: { key: string }): Promise<string | null> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, key));
  return row?.value ?? null;
}
