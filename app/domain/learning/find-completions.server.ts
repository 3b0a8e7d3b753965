import { desc, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import type { Completion } from './find-completion.server';

/** Everything a person has completed, in whichever of her records, the newest first. */
export async function findCompletions(
  db: Db,
  { personId }: { personId: string },
): Promise<Completion[]> {
  return db
    .select()
    .from(completions)
    .where(sql`${completions.personId} in (${samePeople(personId)})`)
    .orderBy(desc(completions.completedAt), desc(completions.id));
}
