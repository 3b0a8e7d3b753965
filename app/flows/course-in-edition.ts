import type { CourseOutline, LessonEdition, LessonOutline } from '~/db/tables/courses';
import { coursePath } from '~/lib/course-path';
import type { Edition, Languages } from '~/lib/edition';

export type LessonInEdition = LessonOutline & {
  /** Its own words in this edition; null in the original, and where this edition lacks the lesson. */
  words: LessonEdition | null;
  /** False where the title is the original's because this edition lacks the lesson. */
  isThere: boolean;
};

export type CourseInEdition = {
  title: string;
  summary: string;
  /** Null in the original, which leaves that to its programme. */
  forWhom: string | null;
  isThere: boolean;
  lessons: LessonInEdition[];
};

/** A course as one edition shows it. What the edition lacks is there under the original's title. */
export function courseInEdition(outline: CourseOutline, edition: Edition | null): CourseInEdition {
  const own = edition ? outline.editions?.[edition] : undefined;
  return {
    title: own?.title ?? outline.title,
    summary: own?.summary ?? outline.summary,
    forWhom: own?.forWhom ?? null,
    isThere: edition === null || own !== undefined,
    lessons: outline.lessons.map((lesson) => {
      const words = own?.lessons[lesson.id] ?? null;
      return {
        ...lesson,
        words,
        isThere: edition === null || words !== null,
        title: words?.title ?? lesson.title,
      };
    }),
  };
}

type Of = { slug: string; version: { outline: CourseOutline } };

/** The same page of a course in each edition that has it: `lesson` for a page of one lesson. */
export function languagesOf(
  course: Of,
  lesson: LessonOutline | null,
  ...rest: string[]
): Languages {
  const { editions } = course.version.outline;
  const path = lesson ? ['lessons', lesson.slug, ...rest] : rest;
  const at = (edition: Edition) => {
    const own = editions?.[edition];
    const isThere = lesson ? own?.lessons[lesson.id] : own;
    return isThere ? coursePath(edition, course.slug, ...path) : null;
  };
  return { ja: coursePath(null, course.slug, ...path), easy: at('easy'), en: at('en') };
}

/**
 * Which stored questions to show for an attempt. Grading is always by the original's; an edition's
 * words are used only when they were made for exactly those.
 */
export function quizHashFor(attemptQuizHash: string, lesson: LessonInEdition): string {
  const { words } = lesson;
  const fits = words?.quizHash && !words.quizOlder && attemptQuizHash === lesson.quizHash;
  return fits ? (words.quizHash ?? attemptQuizHash) : attemptQuizHash;
}
