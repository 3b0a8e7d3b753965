import type { AnyColumn, Kit } from '../kit.server';

export type LessonOutline = {
  id: string;
  slug: string;
  title: string;
  minutes: number;
  /** Hash of the compiled lesson in `content_artifacts`. */
  lessonHash: string;
  /** Hash of the quiz with its key in `content_artifacts`; null when the lesson has no quiz. */
  quizHash: string | null;
  questionCount: number;
};

export type LessonEdition = {
  title: string;
  /** Hashes in `content_artifacts` of the text and of the questions in the edition's words. */
  lessonHash: string;
  quizHash: string | null;
  /** The original has moved on since. */
  older: boolean;
  quizOlder: boolean;
};

/** A course in another edition than the original; lessons by id, each may be missing. */
export type CourseEdition = {
  title: string;
  summary: string;
  forWhom: string;
  lessons: Record<string, LessonEdition>;
};

export type CourseOutline = {
  title: string;
  summary: string;
  minutes: number;
  lessons: LessonOutline[];
  /** Absent in versions published before there were editions. */
  editions?: Partial<Record<'easy' | 'en', CourseEdition>>;
};

export function defineCourses(k: Kit) {
  /** The code is the identity; titles are only for showing and sorting. */
  const programmes = k.table('programmes', {
    code: k.text('code').primaryKey(),
    family: k.text('family').notNull(),
    title: k.text('title').notNull(),
    position: k.int('position').notNull(),
  });

  const courses = k.table('courses', {
    id: k.text('id').primaryKey(),
    slug: k.text('slug').notNull().unique(),
    programmeCode: k
      .text('programme_code')
      .notNull()
      .references((): AnyColumn => programmes.code),
    currentVersionId: k.text('current_version_id'),
    retiredAt: k.time('retired_at'),
  });

  /** A published version never changes. */
  const courseVersions = k.table(
    'course_versions',
    {
      id: k.text('id').primaryKey(),
      courseId: k
        .text('course_id')
        .notNull()
        .references((): AnyColumn => courses.id),
      number: k.int('number').notNull(),
      contentHash: k.text('content_hash').notNull(),
      outline: k.json<CourseOutline>('outline').notNull(),
      publishedAt: k.time('published_at').notNull(),
    },
    (t) => [k.uniqueIndex('course_versions_number').on(t.courseId, t.number)],
  );

  /** Compiled lessons and quizzes by hash of compiler version and files. Written once, never changed. */
  const contentArtifacts = k.table('content_artifacts', {
    hash: k.text('hash').primaryKey(),
    kind: k.text('kind').$type<'lesson' | 'quiz' | 'words'>().notNull(),
    body: k.text('body').notNull(),
    createdAt: k.time('created_at').notNull(),
  });

  return { programmes, courses, courseVersions, contentArtifacts };
}
