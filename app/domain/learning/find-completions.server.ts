import { desc, eq } from 'drizzle-orm';
import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Completion } from './record-completion.server';

/** Everything a person has completed, the newest first. */
export async function findCompletions(
  db: Db,
  { personId }: { personId: string },
): Promise<Completion[]> {
  return db
    .select()
    .from(completions)
    .where(eq(completions.personId, personId))
    .orderBy(desc(completions.completedAt), desc(completions.id));
}
