import type { Db } from '~/db/store.server';
import { findAddedLessons, findRenewal } from './find-renewals.server';
import type { Standing } from './find-standing.server';

/** The lessons of a course that are new to somebody, in the order of the course: changed, or added. */
export async function listRenewed(db: Db, standing: Standing) {
  const added = new Set((await findAddedLessons(db, standing)).map(({ id }) => id));
  const renewed = [];
  for (const lesson of standing.course.version.outline.lessons) {
    const isAdded = added.has(lesson.id);
    if (!isAdded && !(await findRenewal(db, standing, lesson))) continue;
    renewed.push({ slug: lesson.slug, title: lesson.title, isAdded });
  }
  return renewed;
}
