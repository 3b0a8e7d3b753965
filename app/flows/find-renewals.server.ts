import { lessonTexts } from '~/content/lesson-changes';
import type { LessonOutline } from '~/content/outline';
import type { Db } from '~/db/store.server';
import { findCourseVersion, type CourseVersion } from '~/domain/courses/find-course-version.server';
import { Recent } from '~/lib/recent';
import type { Standing } from './find-standing.server';
import { readLesson } from './read-lesson.server';
import { readQuiz } from './read-quiz.server';

const KEPT_VERSIONS = 100;
const KEPT_PAIRS = 1000;
const versions = new Recent<CourseVersion | null>(KEPT_VERSIONS);
const pairs = new Recent<{ differs: boolean }>(KEPT_PAIRS);

/** A lesson that reads otherwise than in the version somebody knows it by. */
export type Renewal = {
  lesson: LessonOutline;
  /** As she knows it, and the version that was in. */
  before: LessonOutline;
  version: CourseVersion;
  done: boolean;
};

type Known = Pick<Standing, 'course' | 'steps'>;

/** What changed in a lesson since somebody opened it, did it, or last looked at what changed; null when nothing did. */
export async function findRenewal(
  db: Db,
  { course, steps }: Known,
  lesson: LessonOutline,
): Promise<Renewal | null> {
  const step = steps.find(({ lessonId }) => lessonId === lesson.id);
  const knownId = step?.knownVersionId ?? step?.versionId;
  if (!step || !knownId || knownId === course.version.id) return null;
  const version = await readVersion(db, knownId);
  const before = version?.outline.lessons.find(({ id }) => id === lesson.id);
  if (!version || !before || !(await differs(db, before, lesson))) return null;
  return { lesson, before, version, done: step.doneAt !== null };
}

/** The lessons that came to a course since somebody began to learn in it, and are not opened yet. */
export async function findAddedLessons(db: Db, { course, steps }: Known): Promise<LessonOutline[]> {
  const known = new Set<string>();
  for (const id of new Set(steps.map(({ versionId }) => versionId))) {
    if (id === course.version.id) continue;
    const version = await readVersion(db, id);
    for (const lesson of version?.outline.lessons ?? []) known.add(lesson.id);
  }
  if (known.size === 0) return [];
  for (const { lessonId } of steps) known.add(lessonId);
  return course.version.outline.lessons.filter(({ id }) => !known.has(id));
}

/** A version never changes once it is published. */
async function readVersion(db: Db, id: string): Promise<CourseVersion | null> {
  return await versions.get(id, () => findCourseVersion(db, { id }));
}

/** Whether a reader would notice: what is compiled anew without a changed word is the same to her. */
async function differs(db: Db, before: LessonOutline, after: LessonOutline): Promise<boolean> {
  const of = (lesson: LessonOutline) => `${lesson.lessonHash} ${lesson.quizHash}`;
  if (of(before) === of(after)) return false;
  const pair = await pairs.get(`${of(before)} ${of(after)}`, async () => {
    const [old, now] = [await wordsOf(db, before), await wordsOf(db, after)];
    return { differs: old !== now };
  });
  return pair.differs;
}

async function wordsOf(db: Db, { lessonHash, quizHash }: LessonOutline): Promise<string> {
  const texts = lessonTexts(await readLesson(db, { hash: lessonHash }));
  const quiz = quizHash ? (await readQuiz(db, { hash: quizHash })).questions : [];
  return JSON.stringify([texts, quiz]);
}
