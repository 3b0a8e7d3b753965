import { eq } from 'drizzle-orm';
import { settings } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Set while the clock shows an earlier time than it has shown before. */
export const CLOCK_BEHIND_KEY = 'clock.behind';
const LATEST_KEY = 'clock.latest';

/** A clock that is put right by its time service steps back by less than this. */
const STEP_MS = 5 * 60_000;
/** After a day the clock of now is taken to be the right one: it was ahead before. */
const ACCEPTED_AFTER_MS = 24 * 60 * 60_000;

/**
 * Remembers the latest time the clock has shown, and notices when it is set back: days and fiscal
 * years of what is written then would be wrong. Says by how much, or null when all is well.
 */
export async function noteClock(
  db: Db,
  { at }: { at: Date },
): Promise<{ behindMs: number } | null> {
  const latest = await timeOf(db, LATEST_KEY);
  const behindMs = latest ? latest.getTime() - at.getTime() : 0;
  if (behindMs > STEP_MS) {
    const since = await timeOf(db, CLOCK_BEHIND_KEY);
    if (!since || since > at) await keep(db, CLOCK_BEHIND_KEY, at);
    if (!since || at.getTime() - since.getTime() < ACCEPTED_AFTER_MS) return { behindMs };
  }
  if (behindMs > STEP_MS || behindMs < 0 || !latest) await keep(db, LATEST_KEY, at);
  await db.delete(settings).where(eq(settings.key, CLOCK_BEHIND_KEY));
  return null;
}

async function timeOf(db: Db, key: string): Promise<Date | null> {
  const [row] = await db
    .select({ changedAt: settings.changedAt })
    .from(settings)
    .where(eq(settings.key, key));
  return row?.changedAt ?? null;
}

async function keep(db: Db, key: string, at: Date): Promise<void> {
  const row = { value: at.toISOString(), changedAt: at };
  await db
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
}
