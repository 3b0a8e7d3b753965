import type { PublicQuestion } from '~/content/question';
import type { PrintedCourse, PrintedLesson } from '~/content/printed';
import * as m from '~/paraglide/messages';

/** As many boxes as there are marks to write: all of them to be put in order, otherwise one wide enough for several. */
function Boxes({ question }: { question: PublicQuestion }) {
  if (question.kind !== 'order') return <span className="paper-box" />;
  return question.options.map(({ id }, i) => (
    <span key={id}>
      {i > 0 ? ' → ' : ''}
      <span className="paper-box small-box" />
    </span>
  ));
}

function LessonSheet({ printed: { number, lesson, questions } }: { printed: PrintedLesson }) {
  return (
    <table className="paper-sheet">
      <caption>
        {m.reading_print_number({ number: String(number) })}　{lesson.plainTitle}
      </caption>
      <thead>
        <tr>
          <th scope="col">{m.reading_changes_quiz()}</th>
          <th scope="col">{m.reading_print_sheet_answer()}</th>
          <th scope="col">{m.reading_print_sheet_why()}</th>
        </tr>
      </thead>
      <tbody>
        {questions.map((question, i) => (
          <tr key={question.id}>
            <th scope="row">{i + 1}</th>
            <td className="paper-answer">
              <Boxes question={question} />
            </td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type AnswerSheetProps = { course: PrintedCourse; lessons: PrintedLesson[] };

/** The last sheet, to be written on and handed in: no name is needed, and no answer stands on it. */
export function AnswerSheet({ course, lessons }: AnswerSheetProps) {
  const asked = lessons.filter(({ questions }) => questions.length > 0);
  if (asked.length === 0) return null;
  return (
    <section className="paper-answers" aria-labelledby="answer-sheet">
      <p className="paper-head">
        <span>{course.title}</span>
        <span>{m.reading_print_version(course.version)}</span>
      </p>
      <h2 id="answer-sheet" className="paper-title">
        {m.reading_print_sheet()}
      </h2>
      <p>{m.reading_print_sheet_lead()}</p>
      <p className="paper-fill">
        <span className="paper-line long">{m.reading_print_sheet_name()}</span>
        <span className="paper-line">{m.reading_print_sheet_day()}</span>
      </p>
      {asked.map((printed) => (
        <LessonSheet key={printed.lesson.id} printed={printed} />
      ))}
      <div className="paper-memo">
        <p>{m.reading_print_sheet_memo()}</p>
        <div className="paper-rules" />
      </div>
    </section>
  );
}
