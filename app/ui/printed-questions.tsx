import type { PublicQuestion } from '~/content/question';
import type { PrintedLesson } from '~/content/printed';
import * as m from '~/paraglide/messages';
import { InlineText } from './lesson-body';

/** ア, イ, ウ: what stands before an option, and is written on the answer sheet. */
export const optionMark = (i: number) => m.reading_print_marks().split(' ')[i] ?? String(i + 1);

function howToAnswer({ kind }: PublicQuestion): string {
  if (kind === 'order') return m.reading_print_order();
  return kind === 'multiple' ? m.reading_print_multiple() : m.reading_print_single();
}

type PrintedQuestionsProps = { printed: PrintedLesson; furigana: boolean };

/** The questions of a lesson, to be thought about on paper. */
export function PrintedQuestions({ printed, furigana }: PrintedQuestionsProps) {
  const { lesson, questions } = printed;
  if (questions.length === 0) return null;
  const id = `questions-${lesson.slug}`;
  const read = (value: PublicQuestion['text']) => <InlineText value={value} furigana={furigana} />;
  return (
    <section className="paper-questions" aria-labelledby={id}>
      <h3 className="paper-questions-title" id={id}>
        {m.reading_print_questions({ lesson: lesson.plainTitle })}
      </h3>
      <p>{m.reading_print_questions_lead()}</p>
      <ol className="plain">
        {questions.map((question, i) => (
          <li key={question.id} className="paper-question">
            <p className="paper-question-number">
              {m.reading_print_sheet_question({ number: String(i + 1) })}
            </p>
            {question.scene ? <p className="paper-scene">{read(question.scene)}</p> : null}
            <p className="paper-question-text">
              {read(question.text)} <span className="paper-how">{howToAnswer(question)}</span>
            </p>
            <ol className="plain paper-options">
              {question.options.map((option, at) => (
                <li key={option.id}>
                  <b className="paper-mark">{optionMark(at)}</b>
                  <span>{read(option.text)}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}
