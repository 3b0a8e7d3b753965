import { parseLesson, type Lesson } from '~/content/lesson';
import type { Db } from '~/db/store.server';
import { findArtifact } from '~/domain/courses/find-artifact.server';
import { Recent } from '~/lib/recent';

const KEPT_LESSONS = 300;
const lessons = new Recent<Lesson>(KEPT_LESSONS);

/** A compiled lesson by its hash. */
export async function readLesson(db: Db, { hash }: { hash: string }): Promise<Lesson> {
  return await lessons.get(hash, async () => {
    const body = await findArtifact(db, { hash });
    if (body === null) throw new Error(`no lesson under ${hash}`);
    return parseLesson(body);
  });
}
