import { eq } from 'drizzle-orm';
import { optionTallies } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** How often each option was chosen in submitted attempts: tally key of the question → option id (or a tally mark) → times. */
export async function findTallies(
  db: Db,
  { courseId }: { courseId: string },
): Promise<Map<string, Map<string, number>>> {
  const rows = await db.select().from(optionTallies).where(eq(optionTallies.courseId, courseId));
  const tallies = new Map<string, Map<string, number>>();
  for (const { questionId, optionId, chosen } of rows) {
    const options = tallies.get(questionId) ?? new Map<string, number>();
    tallies.set(questionId, options.set(optionId, chosen));
  }
  return tallies;
}
