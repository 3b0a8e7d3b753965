import type { Db } from '~/db/store.server';
import { settings } from '~/db/schema.server';

/** From now on this database holds made-up people, and what it issues is a specimen. There is no way back: begin with a new file. */
export async function markDemo(db: Db, { at }: { at: Date }): Promise<void> {
  await db
    .insert(settings)
    .values({ key: 'demo', value: 'on', changedAt: at })
    .onConflictDoNothing({ target: settings.key });
}
