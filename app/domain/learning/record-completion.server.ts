import { and, eq } from 'drizzle-orm';
import { completions } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { jstDates } from '~/lib/clock';
import { newId } from '~/lib/id.server';

export type Completion = typeof completions.$inferSelect;

/** The facts as they are on that day; day, month and fiscal year follow from `completedAt`. */
export type RecordCompletion = Omit<Completion, 'id' | 'cycle' | 'day' | 'month' | 'fiscalYear'> & {
  cycle?: number;
};

export type RecordedCompletion = { completion: Completion; created: boolean };

/** Writes the completion once per person, programme and cycle. A second call finds the first, unchanged. */
export async function recordCompletion(
  db: Db,
  input: RecordCompletion,
): Promise<RecordedCompletion> {
  const { personId, programmeCode, cycle = 1, completedAt } = input;
  const [created] = await db
    .insert(completions)
    .values({ ...input, id: newId(completedAt), cycle, ...jstDates(completedAt) })
    .onConflictDoNothing({
      target: [completions.personId, completions.programmeCode, completions.cycle],
    })
    .returning();
  if (created) return { completion: created, created: true };
  const [earlier] = await db
    .select()
    .from(completions)
    .where(
      and(
        eq(completions.personId, personId),
        eq(completions.programmeCode, programmeCode),
        eq(completions.cycle, cycle),
      ),
    );
  if (!earlier) throw new Error('no completion after it was written');
  return { completion: earlier, created: false };
}
