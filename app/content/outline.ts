import type { Edition } from '../lib/edition';

export type LessonOutline = {
  id: string;
  slug: string;
  title: string;
  minutes: number;
  lessonHash: string;
  /** Null when the lesson has no questions. */
  quizHash: string | null;
  questionCount: number;
};

export type LessonEdition = {
  title: string;
  /** The lesson compiled from the edition's text. */
  lessonHash: string;
  /** The questions in the edition's words, under the ids of the original's; null where it has none. */
  quizHash: string | null;
  /** The original has moved on since this text was made. */
  older: boolean;
  /** The same of the questions. */
  quizOlder: boolean;
};

export type CourseEdition = {
  title: string;
  summary: string;
  forWhom: string;
  /** By lesson id; a lesson that is missing here is not there in this edition. */
  lessons: Record<string, LessonEdition>;
};

/** What a list of lessons shows, and where each compiled text is kept. */
export type CourseOutline = {
  title: string;
  summary: string;
  minutes: number;
  lessons: LessonOutline[];
  /** Absent in what was published before there were editions. */
  editions?: Partial<Record<Edition, CourseEdition>>;
};
