import { and, eq } from 'drizzle-orm';
import { lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type KeepKnownVersion = { enrolmentId: string; lessonId: string; versionId: string };

/** Keeps up to which version somebody has seen what changed in a lesson. When it was done, and in which version, stays. */
export async function keepKnownVersion(db: Db, input: KeepKnownVersion): Promise<void> {
  const { enrolmentId, lessonId, versionId } = input;
  await db
    .update(lessonProgress)
    .set({ knownVersionId: versionId })
    .where(and(eq(lessonProgress.enrolmentId, enrolmentId), eq(lessonProgress.lessonId, lessonId)));
}
