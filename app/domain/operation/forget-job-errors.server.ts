import { or, sql } from 'drizzle-orm';
import { jobs } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** Empties what a failed job left behind where it says one of these: a mail server repeats addresses. */
export async function forgetJobErrors(
  db: Db,
  { marks }: { marks: readonly string[] },
): Promise<void> {
  if (marks.length === 0) return;
  const has = marks.map((mark) => sql`instr(lower(${jobs.lastError}), ${mark.toLowerCase()}) > 0`);
  await db
    .update(jobs)
    .set({ lastError: null })
    .where(or(...has));
}
