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

/** What a list of lessons shows, and where each compiled text is kept. */
export type CourseOutline = {
  title: string;
  summary: string;
  minutes: number;
  lessons: LessonOutline[];
};
