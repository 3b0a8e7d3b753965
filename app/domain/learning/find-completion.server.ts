import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type Completion = typeof completions.$inferSelect;
export type FindCompletion = { personId: string; programmeCode: string; cycle: number };

/** The one of a person, programme and cycle. Two records that were merged may both have one: her own first, then the one that was first. */
export async function findCompletion(
  db: Db,
  { personId, programmeCode, cycle }: FindCompletion,
): Promise<Completion | null> {
  const [row] = await db
    .select()
    .from(completions)
    .where(
      and(
        sql`${completions.personId} in (${samePeople(personId)})`,
        eq(completions.programmeCode, programmeCode),
        eq(completions.cycle, cycle),
      ),
    )
    .orderBy(desc(eq(completions.personId, personId)), asc(completions.completedAt))
    .limit(1);
  return row ?? null;
}
