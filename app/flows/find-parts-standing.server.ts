import type { Programme } from '~/content/library';
import type { Db } from '~/db/store.server';
import { findCourse } from '~/domain/courses/find-course.server';
import { findFinishedCourses } from '~/domain/learning/find-finished-courses.server';
import { partsStanding, type PartStanding } from '~/domain/programmes/parts-standing';

export type FindPartsStanding = {
  programme: Pick<Programme, 'parts'>;
  personId: string | null;
  electiveCourseId: string | null;
};

export type ShownPart = Omit<PartStanding, 'courses'> & {
  /** `title` is null for one that is not published yet. */
  courses: { slug: string; title: string | null; finished: boolean }[];
};

/** The parts of a programme with their courses, and which of them this person has finished. */
export async function findPartsStanding(
  db: Db,
  { programme, personId, electiveCourseId }: FindPartsStanding,
): Promise<{ parts: ShownPart[] }> {
  const finishedCourses = personId ? await findFinishedCourses(db, { personId }) : [];
  const titles = new Map<string, string>();
  const finished = new Map<string, Date>();
  let elective: string | null = null;
  for (const slug of new Set(programme.parts.flatMap(({ courses }) => courses))) {
    const course = await findCourse(db, { slug });
    if (!course) continue;
    if (!course.retiredAt) titles.set(slug, course.version.outline.title);
    for (const { courseId, finishedAt } of finishedCourses) {
      if (courseId === course.id) finished.set(slug, earliest(finished.get(slug), finishedAt));
    }
    if (course.id === electiveCourseId) elective = slug;
  }
  const parts = partsStanding({ parts: programme.parts, finished, elective });
  return {
    parts: parts.map(({ courses, ...part }) => ({
      ...part,
      courses: courses.map((course) => ({ ...course, title: titles.get(course.slug) ?? null })),
    })),
  };
}

/** Merged records may both have finished the same course. */
function earliest(one: Date | undefined, other: Date): Date {
  return one && one < other ? one : other;
}
