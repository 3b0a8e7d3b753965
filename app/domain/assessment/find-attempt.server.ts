import { and, eq } from 'drizzle-orm';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Attempt = typeof attempts.$inferSelect;

/** The attempt, when it is this person's. */
export async function findAttempt(
  db: Db,
  { attemptId, personId }: { attemptId: string; personId: string },
): Promise<Attempt | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, personId)));
  return row ?? null;
}
