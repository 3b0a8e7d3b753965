import type { PrintedCourse, PrintedLesson } from '~/content/printed';
import { toPublicQuestion } from '~/content/quiz.server';
import type { Db } from '~/db/store.server';
import { formatDay, jstDates } from '~/lib/clock';
import type { Edition } from '~/lib/edition';
import { quizHashFor, type CourseInEdition, type LessonInEdition } from './course-in-edition';
import type { Standing } from './find-standing.server';
import { readLesson } from './read-lesson.server';
import { readQuiz } from './read-quiz.server';

/** A lesson for paper: its text, and its questions without what is right. Every sheet of a class is the same. */
export async function readPrinted(
  db: Db,
  { course }: Pick<Standing, 'course'>,
  outline: LessonInEdition,
): Promise<PrintedLesson> {
  const { id, lessonHash, quizHash, words } = outline;
  const quiz = quizHash ? await readQuiz(db, { hash: quizHashFor(quizHash, outline) }) : null;
  return {
    number: course.version.outline.lessons.findIndex((lesson) => lesson.id === id) + 1,
    lesson: await readLesson(db, { hash: words?.lessonHash ?? lessonHash }),
    questions: (quiz?.questions ?? []).map((one) => toPublicQuestion(one, quizHash ?? '')),
  };
}

/** What stands at the head of each sheet. */
export function printedCourse(
  { course }: Pick<Standing, 'course'>,
  { title }: Pick<CourseInEdition, 'title'>,
  edition: Edition | null,
): PrintedCourse {
  const { number, publishedAt } = course.version;
  return {
    slug: course.slug,
    title,
    version: { number: String(number), day: formatDay(jstDates(publishedAt).day, edition) },
  };
}
