import Database from 'better-sqlite3';
import { keyOf, parseQuiz, type QuizQuestion } from '../../app/content/quiz.server';
import type { CourseOutline } from '../../app/db/tables/courses';

export type PublishedLesson = { id: string; slug: string; questions: QuizQuestion[] };

/** The lessons of a published course with their key, as the server's own database holds them. */
export function readPublishedLessons(databasePath: string, slug: string): PublishedLesson[] {
  const connection = new Database(databasePath, { readonly: true });
  try {
    const found = connection
      .prepare(
        'select v.outline from courses c join course_versions v on v.id = c.current_version_id where c.slug = ?',
      )
      .pluck()
      .get(slug) as string;
    const body = connection.prepare('select body from content_artifacts where hash = ?').pluck();
    return (JSON.parse(found) as CourseOutline).lessons.map(({ id, slug: lesson, quizHash }) => ({
      id,
      slug: lesson,
      questions: quizHash ? parseQuiz(body.get(quizHash) as string).questions : [],
    }));
  } finally {
    connection.close();
  }
}

/** An answer that the question can take and that is not its key. */
export function otherThan(question: QuizQuestion): string[] {
  if (question.kind === 'order') return keyOf(question).toReversed();
  return question.options
    .filter(({ right }) => !right)
    .map(({ id }) => id)
    .slice(0, 1);
}
