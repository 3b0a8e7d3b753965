import type { Programme } from '~/content/library';
import type { Db } from '~/db/store.server';
import { findAnsweredLessons } from '~/domain/assessment/find-answered-lessons.server';
import { findBestShares } from '~/domain/assessment/find-best-shares.server';
import { findCourse, type Course } from '~/domain/courses/find-course.server';
import { courseProgress, type CourseProgress } from '~/domain/learning/course-progress';
import { findEnrolment, type Enrolment } from '~/domain/learning/find-enrolment.server';
import { findProgress, type LessonStep } from '~/domain/learning/find-progress.server';

export type Standing = {
  course: Course;
  programme: Programme;
  /** Null for a visitor, and for a learner who has not begun this course. */
  enrolment: Enrolment | null;
  openedLessonIds: string[];
  /** What is kept of each lesson that was opened. */
  steps: LessonStep[];
  progress: CourseProgress;
};

export type FindStanding = {
  slug: string;
  personId: string | null;
  programmes: Programme[];
};

/** A course, and how far this person has come in it. Null when there is none, or when it is retired and she has not begun it. */
export async function findStanding(db: Db, input: FindStanding): Promise<Standing | null> {
  const { slug, personId, programmes } = input;
  const course = await findCourse(db, { slug });
  if (!course) return null;
  const enrolment = personId ? await findEnrolment(db, { personId, courseId: course.id }) : null;
  if (course.retiredAt && !enrolment) return null;
  const programme = programmes.find(({ code }) => code === course.programmeCode);
  if (!programme) throw new Error(`no programme ${course.programmeCode} for course ${slug}`);

  const facts = enrolment ? await findFacts(db, enrolment) : NOTHING;
  const progress = courseProgress({
    ...facts,
    lessons: course.version.outline.lessons.map(({ id, minutes, quizHash }) => ({
      id,
      minutes,
      hasQuiz: quizHash !== null,
    })),
    rightShare: programme.completion.rightShare,
    lastLessonId: enrolment?.lastLessonId ?? null,
    finishedBefore: Boolean(enrolment?.finishedAt),
  });
  const { openedLessonIds, steps } = facts;
  return { course, programme, enrolment, openedLessonIds, steps, progress };
}

const NOTHING = {
  ...{ steps: [], openedLessonIds: [], doneLessonIds: [] },
  ...{ begunLessonIds: [], bestShares: {} },
};

async function findFacts(db: Db, { id: enrolmentId, cycleBegunAt: since }: Enrolment) {
  const kept = await findProgress(db, { enrolmentId });
  const answered = await findAnsweredLessons(db, { enrolmentId, since });
  const bestShares = await findBestShares(db, { enrolmentId, since });
  const begunLessonIds = [...kept.readLessonIds, ...answered, ...Object.keys(bestShares)];
  return { ...kept, begunLessonIds, bestShares };
}
