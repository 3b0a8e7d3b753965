import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { samePeople } from '~/db/same-people.server';
import { attemptAliases, attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Attempt = typeof attempts.$inferSelect;

const byId = prepareOnce((db) =>
  db
    .select()
    .from(attempts)
    .where(eq(attempts.id, sql.placeholder('attemptId')))
    .prepare(),
);
const byAlias = prepareOnce((db) =>
  db
    .select(getTableColumns(attempts))
    .from(attemptAliases)
    .innerJoin(attempts, eq(attempts.id, attemptAliases.attemptId))
    .where(eq(attemptAliases.id, sql.placeholder('attemptId')))
    .prepare(),
);

/**
 * The attempt, when it is this person's, in whichever of her records. An id that a device gave to it
 * finds it as well, so its own `id` may be another one than was asked for.
 */
export async function findAttempt(
  db: Db,
  { attemptId, personId }: { attemptId: string; personId: string },
): Promise<Attempt | null> {
  const [own] = await byId(db).execute({ attemptId });
  const [row] = own ? [own] : await byAlias(db).execute({ attemptId });
  if (!row || row.personId === personId) return row ?? null;
  const [hers] = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.id, row.id), sql`${attempts.personId} in (${samePeople(personId)})`));
  return hers ? row : null;
}
