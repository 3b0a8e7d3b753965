import type { Store } from '~/db/store.server';
import { findLessonOfQuiz } from '~/domain/courses/find-lesson-of-quiz.server';
import { answerQuestion } from '~/flows/answer-question.server';
import type { QuizPlace } from '~/flows/find-quiz-place.server';
import { readQuiz } from '~/flows/read-quiz.server';
import { submitQuiz } from '~/flows/submit-quiz.server';
import { fieldsOf, readResponse, typedPlaces } from '~/lib/read-response';

/** What could not be taken, and what was typed there. */
export type RefusedSheet = {
  reason: 'unanswered' | 'submitted' | 'changed' | 'unknown';
  /** The attempt that was handed in before, for the way to its review. */
  attemptId: string;
  questionIds: string[];
  places: Record<string, Record<string, string>>;
};

type TakeSheet = { place: QuizPlace; form: FormData; at: Date };

/**
 * Saves every answer of a sheet and hands it in when none is missing. Under the id on the sheet it is one
 * attempt, however often it is sent. Null when all was taken.
 */
export async function takeSheet(
  store: Store,
  { place, form, at }: TakeSheet,
): Promise<RefusedSheet | null> {
  const { personId, course, programme, lesson } = place;
  const attemptId = String(form.get('attempt'));
  const sentHash = String(form.get('quiz'));
  const quizHash = (await isOfLesson(store, place, sentHash)) ? sentHash : place.quizHash;
  const { questions } = await readQuiz(store.read, { hash: quizHash });
  const begun = { slug: course.slug, lesson: lesson.slug, quizHash };
  const places: RefusedSheet['places'] = {};
  const missing: string[] = [];
  const refused = (reason: RefusedSheet['reason'], questionIds: string[] = []) => ({
    ...{ reason, attemptId, questionIds, places },
  });

  for (const { id: questionId } of questions) {
    const fields = fieldsOf(form, `${questionId}.`);
    places[questionId] = typedPlaces(fields);
    const response = readResponse(fields);
    if (response.length === 0) {
      missing.push(questionId);
      continue;
    }
    const answer = { attemptId, personId, questionId, response, answeredAt: at, at };
    const saved = await answerQuestion(store, { ...answer, begun });
    if (saved.ok) continue;
    if (saved.reason === 'submitted' || saved.reason === 'changed') return refused(saved.reason);
    if (saved.reason === 'unknown-attempt') return refused('unknown');
    missing.push(questionId);
  }
  if (missing.length > 0) return refused('unanswered', missing);
  const of = { attemptId, personId, courseId: course.id, programme, at };
  const submitted = await submitQuiz(store, of);
  if (submitted.ok) return null;
  if (submitted.reason === 'unanswered') return refused('changed');
  return refused('unknown');
}

async function isOfLesson(store: Store, { course, lesson }: QuizPlace, quizHash: string) {
  const of = { courseId: course.id, slug: lesson.slug, quizHash };
  return (await findLessonOfQuiz(store.read, of)) !== null;
}
