import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { lessonProgress } from '~/db/schema.server';
import type { Db } from '~/db/store.server';

export type KeepPlace = {
  enrolmentId: string;
  lessonId: string;
  block: number;
  /** Of the text that was read. */
  hash: string;
  /** When she was there; of two devices the later one holds. */
  at: Date;
};

/** Keeps how far somebody read in a lesson that she has opened. */
export async function keepPlace(db: Db, input: KeepPlace): Promise<void> {
  const { enrolmentId, lessonId, block, hash, at } = input;
  await db
    .update(lessonProgress)
    .set({ placeBlock: block, placeHash: hash, placeAt: at })
    .where(
      and(
        eq(lessonProgress.enrolmentId, enrolmentId),
        eq(lessonProgress.lessonId, lessonId),
        or(isNull(lessonProgress.placeAt), lt(lessonProgress.placeAt, at)),
      ),
    );
}
