import { findPlace } from '~/content/blocks';
import type { Lesson } from '~/content/lesson';
import type { LessonOutline } from '~/content/outline';
import type { Db } from '~/db/store.server';
import { findRenewal } from '~/flows/find-renewals.server';
import type { Standing } from '~/flows/find-standing.server';
import { readLesson } from '~/flows/read-lesson.server';

const WORDS_LENGTH = 16;

export type LessonReturn = {
  /** Where she left off; absent where there is no such place, or the lesson is done. */
  place: { block: number; words: string; changed: boolean } | null;
  renewal: { done: boolean } | null;
};

type FindReturn = {
  standing: Standing;
  outline: LessonOutline;
  hash: string;
  body: Lesson['body'];
};

/** What somebody who comes back to a lesson is told: how far she read, and whether it changed since. */
export async function findReturn(db: Db, input: FindReturn): Promise<LessonReturn> {
  const { standing, outline } = input;
  const step = standing.steps.find(({ lessonId }) => lessonId === outline.id);
  if (!step) return { place: null, renewal: null };
  const renewal = await findRenewal(db, standing, outline);
  return {
    place: step.doneAt ? null : await placeOf(db, input, step),
    renewal: renewal && { done: renewal.done },
  };
}

async function placeOf(
  db: Db,
  { standing, outline, hash, body }: FindReturn,
  { placeBlock, placeHash }: Standing['steps'][number],
): Promise<LessonReturn['place']> {
  if (placeBlock === null || placeHash === null || placeBlock === 0) return null;
  const isSame = placeHash === hash;
  const read = isSame ? body : (await readLesson(db, { hash: placeHash })).body;
  const found = findPlace(placeBlock, { read, now: body });
  if (!found) return null;
  const words = [...found.text.replace(/^.*?：/, '')];
  const short = words.slice(0, WORDS_LENGTH).join('');
  return {
    block: found.index,
    words: words.length > WORDS_LENGTH ? `${short}…` : short,
    changed: !isSame && !isEdition(standing, outline, placeHash),
  };
}

/** She read the same lesson in another edition. */
function isEdition({ course }: Standing, { id, lessonHash }: LessonOutline, hash: string): boolean {
  const editions = Object.values(course.version.outline.editions ?? {});
  return hash === lessonHash || editions.some(({ lessons }) => lessons[id]?.lessonHash === hash);
}
