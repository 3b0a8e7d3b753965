import * as m from '~/paraglide/messages';

type Choice = { value: number; label: string };
type QuestionProps = { id: string; text: string; choices: Choice[] };

function Question({ id, text, choices }: QuestionProps) {
  return (
    <fieldset className="stack-s">
      <legend className="field-label">{text}</legend>
      <div className="choices as-scale">
        {choices.map(({ value, label }) => (
          <label key={value} className="choice">
            <input type="radio" name={`q-${id}`} value={value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const scale = (): Choice[] => [
  { value: 1, label: m.questionnaire_scale_1() },
  { value: 2, label: m.questionnaire_scale_2() },
  { value: 3, label: m.questionnaire_scale_3() },
  { value: 4, label: m.questionnaire_scale_4() },
  { value: 5, label: m.questionnaire_scale_5() },
];

const deedChoices = (): Choice[] => [
  { value: 1, label: m.questionnaire_deed_yes() },
  { value: 2, label: m.questionnaire_deed_not_yet() },
  { value: 3, label: m.questionnaire_deed_unsaid() },
];

const OUTCOME_WORDS = {
  satisfied: m.questionnaire_outcome_satisfied,
  understood: m.questionnaire_outcome_understood,
};
const DEED_WORDS = {
  noticed: m.questionnaire_deed_noticed,
  spoke: m.questionnaire_deed_spoke,
  listened: m.questionnaire_deed_listened,
  connected: m.questionnaire_deed_connected,
};

export type QuestionItemsProps = {
  items: { id: string; text: string }[];
  outcomes: readonly (keyof typeof OUTCOME_WORDS)[];
  deeds: readonly (keyof typeof DEED_WORDS)[];
};

/** Questions to choose an answer to, or to leave out. */
export function QuestionItems({ items, outcomes, deeds }: QuestionItemsProps) {
  return (
    <>
      {deeds.length > 0 ? (
        <section className="stack">
          <h2>{m.questionnaire_deeds_title()}</h2>
          {deeds.map((id) => (
            <Question key={id} id={id} text={DEED_WORDS[id]()} choices={deedChoices()} />
          ))}
        </section>
      ) : null}
      {items.length > 0 ? (
        <section className="stack">
          <h2>{m.questionnaire_items_title()}</h2>
          {items.map(({ id, text }) => (
            <Question key={id} id={id} text={text} choices={scale()} />
          ))}
        </section>
      ) : null}
      {outcomes.length > 0 ? (
        <section className="stack">
          <h2>{m.questionnaire_outcomes_title()}</h2>
          {outcomes.map((id) => (
            <Question key={id} id={id} text={OUTCOME_WORDS[id]()} choices={scale()} />
          ))}
        </section>
      ) : null}
    </>
  );
}

/** What for, who sees it, and that it may be left. */
export function AboutQuestions({ guest, again }: { guest: boolean; again: boolean }) {
  return (
    <section className="stack-s small">
      <h2 className="text-base">{m.questionnaire_why_title()}</h2>
      <ul className="dots">
        <li>{m.questionnaire_why_for()}</li>
        <li>{m.questionnaire_why_count()}</li>
        {guest ? <li>{m.questionnaire_why_guest()}</li> : null}
        <li>{m.questionnaire_why_own()}</li>
        <li>{m.questionnaire_why_free()}</li>
        {again ? <li>{m.questionnaire_why_again()}</li> : null}
      </ul>
    </section>
  );
}
