import * as m from '~/paraglide/messages';

/** What the browser's part says about saving; `{time}` is put in there. */
function words() {
  return {
    'data-saved': m.course_quiz_saved({ time: '{time}' }),
    'data-saving': m.course_quiz_saving(),
    'data-waiting': m.course_quiz_waiting(),
    'data-waiting-next': m.course_quiz_waiting_next(),
    'data-signed-out': m.course_quiz_signed_out(),
    'data-closed': m.course_quiz_closed(),
  };
}

type AnswerStatusProps = { text: string | null };

/** Says whether the answer is kept. Announced when it changes. */
export function AnswerStatus({ text }: AnswerStatusProps) {
  return (
    <p className={text ? 'kept' : 'kept empty'} role="status" data-answer-status="" {...words()}>
      {text}
    </p>
  );
}

/** Sends answers that this device still keeps from an earlier visit; silent when there are none. */
export function UnsentAnswers() {
  return (
    <div className="unsent-answers" data-enhance="quiz-answers">
      <AnswerStatus text={null} />
    </div>
  );
}
