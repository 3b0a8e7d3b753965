import { createHash } from 'node:crypto';
import type { Compiled } from './compile-lesson.server';
import { unreadProblem } from './compile-lesson.server';
import type { Annotate } from './furigana';
import { markFurigana } from './furigana-marks';
import type { Edition } from '../lib/edition';
import type { QuestionFile, QuizEditionText, QuizFile } from './library';
import type { Quiz, QuizOption } from './quiz.server';
import type { Inline } from './tree';

export type QuizInput = {
  lessonId: string;
  /** The file whose words are used: the quiz itself, or its edition. */
  source: string;
  value: QuizFile;
  edition?: Edition;
  /** In an edition: its words, for the same ids in the same order. */
  words?: QuizEditionText;
};

/**
 * Gives a quiz its readings, and options to be put in order ids that do not tell the order. An
 * edition has its own words, and everything else of the original.
 */
export function compileQuiz(input: QuizInput, annotate: Annotate): Compiled {
  const unread: string[] = [];
  const read = (text: string): Inline =>
    text
      .trim()
      .split('\n')
      .flatMap((line, i): Inline => {
        const { nodes, unread: found } = annotate(markFurigana(line.trim()));
        unread.push(...found);
        return i === 0 ? nodes : [['br', 0], ...nodes];
      });
  const optional = (text: string | undefined) => (text === undefined ? null : read(text));
  const quiz: Quiz = {
    lessonId: input.lessonId,
    questions: input.value.questions.map((question, i) => {
      const said = input.words?.questions[i] ?? question;
      return {
        id: question.id,
        kind: question.kind,
        scene: optional(said.scene),
        text: read(said.text),
        feedback: optional(said.feedback),
        options: question.options.map((option, j): QuizOption => ({
          id:
            question.kind === 'order'
              ? hiddenId(input.lessonId, question, option.text)
              : (option.id ?? ''),
          text: read(said.options[j]?.text ?? option.text),
          right: option.right === true,
          feedback: optional((said.options[j] ?? option).feedback),
        })),
      };
    }),
  };
  const problems = [...new Set(unread)].map((word) => unreadProblem(word, input.source));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, body: JSON.stringify(quiz) };
}

function hiddenId(lessonId: string, question: QuestionFile, text: string): string {
  return createHash('sha256')
    .update([lessonId, question.id, text].join('\n'))
    .digest('hex')
    .slice(0, 10);
}
