import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { InlineText } from '~/ui/lesson-body';
import { Notice } from '~/ui/notice';
import { QuestionChoices } from '~/ui/question-choices';
import { useEdition } from '~/ui/use-edition';
import type { Sheet, SheetQuestion } from './find-sheet.server';
import type { RefusedSheet } from './take-sheet.server';

type SheetFormProps = { sheet: Sheet; refused: RefusedSheet | null; furigana: boolean };

/** What the browser's part says; `{time}` and `{questions}` are put in there. */
function words() {
  return {
    'data-said-device': m.offline_said_device(),
    'data-said-saving': m.offline_said_saving(),
    'data-said-server': m.offline_said_server({ time: '{time}' }),
    'data-said-newer': m.offline_said_newer({ time: '{time}' }),
    'data-said-signed-out': m.offline_said_signed_out(),
    'data-said-submitted': m.offline_said_submitted(),
    'data-said-changed': m.offline_said_changed(),
    'data-missing': m.offline_sheet_missing({ questions: '{questions}' }),
    'data-incomplete': m.offline_handed_incomplete(),
    'data-number': m.course_quiz_question_number({ number: '{number}' }),
  };
}

function hintOf({ kind }: SheetQuestion) {
  if (kind === 'multiple') return m.course_quiz_several();
  return kind === 'order' ? m.course_quiz_order() : null;
}

function askFor({ kind, options }: SheetQuestion) {
  if (kind === 'order') return m.offline_sheet_choose_order({ count: String(options.length) });
  return kind === 'multiple' ? m.offline_sheet_choose_some() : m.offline_sheet_choose_one();
}

type QuestionProps = { question: SheetQuestion; number: number } & Omit<SheetFormProps, 'sheet'>;

function Question({ question, number, refused, furigana }: QuestionProps) {
  const { id, savedAt } = question;
  const hint = hintOf(question);
  const isMissing = refused?.questionIds.includes(id) ?? false;
  const describedBy = [hint ? `${id}-hint` : '', `${id}-error`].filter(Boolean).join(' ');
  return (
    <li className="stack-s sheet-question" data-question={id}>
      <h2 className="small">{m.course_quiz_question_number({ number: String(number) })}</h2>
      {question.scene ? (
        <div className="scene">
          <p className="whitespace-pre-line">
            <InlineText value={question.scene} furigana={furigana} />
          </p>
        </div>
      ) : null}
      <fieldset
        aria-describedby={describedBy}
        className={isMissing ? 'stack-s has-error' : 'stack-s'}
        tabIndex={-1}
      >
        <legend className="question">
          <InlineText value={question.text} furigana={furigana} />
        </legend>
        {hint ? (
          <p id={`${id}-hint`} className="field-hint">
            {hint}
          </p>
        ) : null}
        <p id={`${id}-error`} className="field-error" hidden={!isMissing} data-question-error="">
          {askFor(question)}
        </p>
        <QuestionChoices
          question={question}
          prefix={`${id}.`}
          places={isMissing ? refused?.places[id] : undefined}
          furigana={furigana}
        />
      </fieldset>
      <p className={savedAt ? 'kept no-print' : 'kept empty no-print'} data-question-status="">
        {savedAt ? m.offline_said_server({ time: savedAt }) : null}
      </p>
    </li>
  );
}

/** Shown by the browser's part once the sheet is handed in and waits for the network, or has arrived. */
function HandedIn({ address }: { address: string }) {
  return (
    <div className="stack" hidden data-handed-in="" tabIndex={-1} role="status">
      <div data-handed="waiting">
        <Notice kind="done" title={m.offline_handed_title()}>
          <p>{m.offline_handed_lead()}</p>
        </Notice>
      </div>
      <div data-handed="arrived" hidden>
        <Notice kind="done" title={m.offline_handed_done()}>
          <p>
            <ButtonLink to={address} data-review="">
              {m.offline_handed_review()}
            </ButtonLink>
          </p>
        </Notice>
      </div>
      <p>
        <button type="button" className="btn second" data-again="">
          {m.offline_handed_again()}
        </button>
      </p>
    </div>
  );
}

/** All questions in one form. Without a script it is sent as a whole; with one, each answer goes by itself. */
export function SheetForm({ sheet, refused, furigana }: SheetFormProps) {
  const { slug, lesson, attemptId, quizHash, questions } = sheet;
  const quiz = coursePath(useEdition(), slug, 'lessons', lesson.slug, 'quiz');
  return (
    <div
      className="stack"
      data-enhance="quiz-sheet"
      data-address={`${quiz}/answers`}
      data-quiz={quizHash}
      {...words()}
    >
      <HandedIn address={quiz} />
      <form method="post" action={`${quiz}/sheet`} className="stack" noValidate>
        <input type="hidden" name="attempt" value={attemptId} />
        <input type="hidden" name="quiz" value={quizHash} />
        <div data-sheet-error="" role="alert" className="field-error" hidden />
        <ol className="plain stack-l" lang={sheet.inOriginal ? 'ja' : undefined}>
          {questions.map((question, i) => (
            <Question
              key={question.id}
              question={question}
              number={i + 1}
              refused={refused}
              furigana={furigana}
            />
          ))}
        </ol>
        <p className="sr-only" aria-live="polite" data-sheet-live="" />
        <p className="no-print">
          <Button>{m.offline_sheet_hand_in()}</Button>
        </p>
      </form>
    </div>
  );
}
