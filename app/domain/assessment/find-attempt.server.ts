import { and, eq, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Attempt = typeof attempts.$inferSelect;

const statement = prepareOnce((db) =>
  db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.id, sql.placeholder('attemptId')),
        eq(attempts.personId, sql.placeholder('personId')),
      ),
    )
    .prepare(),
);

/** The attempt, when it is this person's. */
export async function findAttempt(
  db: Db,
  { attemptId, personId }: { attemptId: string; personId: string },
): Promise<Attempt | null> {
  const [row] = await statement(db).execute({ attemptId, personId });
  return row ?? null;
}
