import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import { newId } from '~/lib/id.server';
import { findCompletion, type Completion } from './find-completion.server';

/** The facts as they are on that day; day, month and fiscal year follow from `completedAt`. */
export type RecordCompletion = Omit<Completion, 'id' | 'cycle' | 'day' | 'month' | 'fiscalYear'> & {
  cycle?: number;
};

export type RecordedCompletion = { completion: Completion; created: boolean };

/** Writes the completion once per person, programme and cycle, whichever of her records it stands in. A second call finds the first, unchanged. */
export async function recordCompletion(
  db: Db,
  input: RecordCompletion,
): Promise<RecordedCompletion> {
  const { personId, programmeCode, cycle = 1, completedAt } = input;
  const earlier = await findCompletion(db, { personId, programmeCode, cycle });
  if (earlier) return { completion: earlier, created: false };
  const [created] = await db
    .insert(completions)
    .values({ ...input, id: newId(completedAt), cycle, ...jstDates(completedAt) })
    .onConflictDoNothing({
      target: [completions.personId, completions.programmeCode, completions.cycle],
    })
    .returning();
  if (created) return { completion: created, created: true };
  const found = await findCompletion(db, { personId, programmeCode, cycle });
  if (!found) throw new Error('no completion after it was written');
  return { completion: found, created: false };
}
