import { eq } from 'drizzle-orm';
import { settings } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** True while demo data stands in the database: what is issued then is marked 見本. */
export async function findSpecimenMode(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'demo'));
  return row?.value === 'on';
}
