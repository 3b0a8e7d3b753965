import { createHash } from 'node:crypto';
import type { PublicQuestion, QuestionKind, Responses } from './question';
import type { Inline } from './tree';

/** With its key and feedback: never leaves the server as it is. */
export type QuizQuestion = {
  id: string;
  kind: QuestionKind;
  scene: Inline | null;
  text: Inline;
  /** For `order` they stand in the right order, under ids that do not tell it. */
  options: QuizOption[];
  /** Said about the question as a whole; always there for `order`. */
  feedback: Inline | null;
};
export type QuizOption = { id: string; text: Inline; right: boolean; feedback: Inline | null };

export type Quiz = { lessonId: string; questions: QuizQuestion[] };

export type QuizResult = { total: number; right: number; byQuestion: Record<string, boolean> };

/** Reads a stored artifact of kind `quiz`. */
export function parseQuiz(body: string): Quiz {
  return JSON.parse(body) as Quiz;
}

/** The key of a question: the options to choose, for `order` in sequence. */
export function keyOf(question: QuizQuestion): string[] {
  return question.options
    .filter((option) => question.kind === 'order' || option.right)
    .map(({ id }) => id);
}

/** Leaves out key and feedback. What is to be put in order is shuffled by the seed, never into the right order. */
export function toPublicQuestion(question: QuizQuestion, seed: string): PublicQuestion {
  const { id, kind, scene, text } = question;
  const options = question.options.map((option) => ({ id: option.id, text: option.text }));
  if (kind === 'order') {
    const rank = new Map(
      options.map((option) => [
        option.id,
        createHash('sha256').update(`${seed}\n${id}\n${option.id}`).digest('hex'),
      ]),
    );
    options.sort((a, b) => ((rank.get(a.id) ?? '') < (rank.get(b.id) ?? '') ? -1 : 1));
    if (options.every((option, i) => option.id === question.options[i]?.id))
      options.push(...options.splice(0, 1));
  }
  return { id, kind, scene, text, options };
}

/** Whether a response is one that this question can take at all. */
export function isValidResponse(question: QuizQuestion, response: readonly string[]): boolean {
  const known = new Set(question.options.map(({ id }) => id));
  if (
    response.length === 0 ||
    new Set(response).size !== response.length ||
    response.some((id) => !known.has(id))
  )
    return false;
  if (question.kind === 'order') return response.length === known.size;
  return question.kind === 'multiple' || response.length === 1;
}

/** One choice: the right one. Several: exactly the right boxes. Order: the exact sequence. */
export function gradeQuestion(question: QuizQuestion, response: readonly string[]): boolean {
  if (!isValidResponse(question, response)) return false;
  const key = keyOf(question);
  if (key.length !== response.length) return false;
  return question.kind === 'order'
    ? key.every((id, i) => id === response[i])
    : key.every((id) => response.includes(id));
}

/** A question without a response counts as one not yet right. */
export function gradeQuiz(quiz: Quiz, responses: Responses): QuizResult {
  const byQuestion: Record<string, boolean> = {};
  for (const question of quiz.questions) {
    byQuestion[question.id] = gradeQuestion(
      question,
      Object.hasOwn(responses, question.id) ? (responses[question.id] ?? []) : [],
    );
  }
  return {
    total: quiz.questions.length,
    right: Object.values(byQuestion).filter(Boolean).length,
    byQuestion,
  };
}
