import { count, eq } from 'drizzle-orm';
import { attemptAliases, attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { findAttempt, type Attempt } from './find-attempt.server';
import { startAttempt, type StartAttempt } from './start-attempt.server';

export type TakeUpAttempt = StartAttempt & { id: string };

/** More names than anybody has devices: only a machine asks for so many. */
const ALIASES_MAX = 100;

/**
 * The attempt that a device began by itself under an id of its own. Where one is open already, the id
 * becomes another name of that one. Null when the id is somebody else's: it is never taken over.
 */
export async function takeUpAttempt(db: Db, input: TakeUpAttempt): Promise<Attempt | null> {
  const { id, personId, at } = input;
  const known = await findAttempt(db, { attemptId: id, personId });
  if (known) return known;
  if (await isTaken(db, id)) return null;
  const attempt = await startAttempt(db, input);
  if (attempt.id !== id) {
    if ((await countAliases(db, attempt.id)) >= ALIASES_MAX) return null;
    await db.insert(attemptAliases).values({ id, attemptId: attempt.id, createdAt: at });
  }
  return attempt;
}

async function isTaken(db: Db, id: string): Promise<boolean> {
  const [attempt] = await db.select({ id: attempts.id }).from(attempts).where(eq(attempts.id, id));
  if (attempt) return true;
  const [alias] = await db
    .select({ id: attemptAliases.id })
    .from(attemptAliases)
    .where(eq(attemptAliases.id, id));
  return alias !== undefined;
}

async function countAliases(db: Db, attemptId: string): Promise<number> {
  const [row] = await db
    .select({ aliases: count() })
    .from(attemptAliases)
    .where(eq(attemptAliases.attemptId, attemptId));
  return row?.aliases ?? 0;
}
