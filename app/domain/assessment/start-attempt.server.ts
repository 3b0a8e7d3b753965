import { and, eq, max } from 'drizzle-orm';
import { attempts } from '~/db/schema.server';
import type { Db } from '~/db/store.server';
import { newId } from '~/lib/id.server';
import type { Attempt } from './find-attempt.server';
import { findOpenAttempt } from './find-open-attempt.server';

export type StartAttempt = {
  enrolmentId: string;
  personId: string;
  courseId: string;
  lessonId: string;
  versionId: string;
  quizHash: string;
  questionCount: number;
  at: Date;
  /** Made by the device; it has to be one that is nobody's yet. */
  id?: string;
};

/** The attempt under way, or a new one. Two devices that start at once get the same one. */
export async function startAttempt(
  db: Db,
  { at, id = newId(at), ...input }: StartAttempt,
): Promise<Attempt> {
  const open = await findOpenAttempt(db, input);
  if (open) return open;
  const [latest] = await db
    .select({ number: max(attempts.number) })
    .from(attempts)
    .where(and(eq(attempts.enrolmentId, input.enrolmentId), eq(attempts.lessonId, input.lessonId)));
  await db
    .insert(attempts)
    .values({ ...input, id, number: (latest?.number ?? 0) + 1, startedAt: at })
    .onConflictDoNothing();
  const started = await findOpenAttempt(db, input);
  if (!started) throw new Error(`no open attempt at ${input.lessonId} after it was written`);
  return started;
}
