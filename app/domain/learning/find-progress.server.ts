import { eq, sql } from 'drizzle-orm';
import { prepareOnce } from '~/db/prepare-once.server';
import { lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

/** What is kept of one lesson. */
export type LessonStep = {
  lessonId: string;
  versionId: string;
  /** The version up to which she has seen what changed. */
  knownVersionId: string | null;
  doneAt: Date | null;
  /** How far she read: the block in the text of that hash. */
  placeBlock: number | null;
  placeHash: string | null;
};

export type Progress = {
  steps: LessonStep[];
  openedLessonIds: string[];
  /** Lessons that were read further than to where they begin. */
  readLessonIds: string[];
  /** Lessons marked as done: read and said so, or their quiz reached its share. */
  doneLessonIds: string[];
};

const statement = prepareOnce((db) =>
  db
    .select({
      lessonId: lessonProgress.lessonId,
      versionId: lessonProgress.versionId,
      knownVersionId: lessonProgress.knownVersionId,
      doneAt: lessonProgress.doneAt,
      placeBlock: lessonProgress.placeBlock,
      placeHash: lessonProgress.placeHash,
    })
    .from(lessonProgress)
    .where(eq(lessonProgress.enrolmentId, sql.placeholder('enrolmentId')))
    .prepare(),
);

export async function findProgress(
  db: Db,
  { enrolmentId }: { enrolmentId: string },
): Promise<Progress> {
  const rows = await statement(db).execute({ enrolmentId });
  return {
    steps: rows,
    openedLessonIds: rows.map(({ lessonId }) => lessonId),
    readLessonIds: rows.filter(({ placeBlock }) => placeBlock).map(({ lessonId }) => lessonId),
    doneLessonIds: rows.filter(({ doneAt }) => doneAt).map(({ lessonId }) => lessonId),
  };
}
