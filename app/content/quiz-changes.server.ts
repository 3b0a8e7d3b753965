import { compareTexts, type TextChange } from './lesson-changes';
import { toPublicQuestion, type Quiz, type QuizQuestion } from './quiz.server';
import { plainText } from './tree';

export type QuestionChange = {
  /** Where it stands now; null when it is gone. */
  number: number | null;
  changes: TextChange[];
};

export type QuizChanges = {
  questions: QuestionChange[];
  /** The questions read the same, and what is said after answering does not. */
  isBehind: boolean;
};

/** The seed orders what is to be put in order the same way on both sides, and not in its right order. */
const SEED = 'changes';

/** What of the questions reads otherwise than before: scene, question, options. Never what is right, or why. */
export function compareQuizzes(before: Quiz | null, after: Quiz | null): QuizChanges {
  const old = before?.questions ?? [];
  const now = after?.questions ?? [];
  const questions: QuestionChange[] = [
    ...now.map((question, i) => {
      const earlier = old.find(({ id }) => id === question.id);
      const changes = compareTexts(earlier ? textsOf(earlier) : [], textsOf(question));
      return { number: i + 1, changes };
    }),
    ...old
      .filter(({ id }) => !now.some((question) => question.id === id))
      .map((question) => ({ number: null, changes: compareTexts(textsOf(question), []) })),
  ].filter(({ changes }) => changes.some(({ kind }) => kind !== 'same'));
  const isBehind = questions.length === 0 && JSON.stringify(old) !== JSON.stringify(now);
  return { questions, isBehind };
}

function textsOf(question: QuizQuestion): string[] {
  const { scene, text, options } = toPublicQuestion(question, SEED);
  return [
    ...(scene ? [plainText(scene)] : []),
    plainText(text),
    ...options.map((option) => `・${plainText(option.text)}`),
  ];
}
