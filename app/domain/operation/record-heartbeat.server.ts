import type { Db } from '~/db/store.server';
import { settings } from '~/db/schema.server';

const KEY = 'worker.heartbeat';

/** The worker says that it lives. */
export async function recordHeartbeat(db: Db, { at }: { at: Date }): Promise<void> {
  const value = at.toISOString();
  await db
    .insert(settings)
    .values({ key: KEY, value, changedAt: at })
    .onConflictDoUpdate({ target: settings.key, set: { value, changedAt: at } });
}
