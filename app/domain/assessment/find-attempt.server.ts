import { and, eq, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { samePeople } from '~/db/same-people.server';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Attempt = typeof attempts.$inferSelect;

const statement = prepareOnce((db) =>
  db
    .select()
    .from(attempts)
    .where(eq(attempts.id, sql.placeholder('attemptId')))
    .prepare(),
);

/** The attempt, when it is this person's, in whichever of her records. */
export async function findAttempt(
  db: Db,
  { attemptId, personId }: { attemptId: string; personId: string },
): Promise<Attempt | null> {
  const [row] = await statement(db).execute({ attemptId });
  if (!row || row.personId === personId) return row ?? null;
  const [hers] = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), sql`${attempts.personId} in (${samePeople(personId)})`));
  return hers ? row : null;
}
