import { asc, sql } from 'drizzle-orm';
import { samePeople } from '~/db/same-people.server';
import { nextSteps } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type NextStep = Pick<
  typeof nextSteps.$inferSelect,
  'family' | 'step' | 'chosenAt' | 'doneAt'
>;

/** The step somebody chose last for each family of programmes, in whichever of her records. */
export async function findNextSteps(
  db: Db,
  { personId }: { personId: string },
): Promise<NextStep[]> {
  const rows = await db
    .select({
      family: nextSteps.family,
      step: nextSteps.step,
      chosenAt: nextSteps.chosenAt,
      doneAt: nextSteps.doneAt,
    })
    .from(nextSteps)
    .where(sql`${nextSteps.personId} in (${samePeople(personId)})`)
    .orderBy(asc(nextSteps.chosenAt));
  return [...new Map(rows.map((row) => [row.family, row])).values()];
}
