import { parseQuiz, type Quiz } from '~/content/quiz.server';
import type { Db } from '~/db/store.server';
import { findArtifact } from '~/domain/courses/find-artifact.server';
import { Recent } from '~/lib/recent';

const KEPT_QUIZZES = 300;
const quizzes = new Recent<Quiz>(KEPT_QUIZZES);

/** A quiz with its key, by its hash. */
export async function readQuiz(db: Db, { hash }: { hash: string }): Promise<Quiz> {
  return await quizzes.get(hash, async () => {
    const body = await findArtifact(db, { hash });
    if (body === null) throw new Error(`no quiz under ${hash}`);
    return parseQuiz(body);
  });
}
