import type { PublicQuestion } from '~/content/question';
import { plainText } from '~/content/tree';
import * as m from '~/paraglide/messages';
import { InlineText } from './lesson-body';

type QuestionChoicesProps = {
  question: PublicQuestion & { response: string[] | null };
  /** Put before the names of the fields, where several questions stand in one form. */
  prefix?: string;
  /** What was chosen in a form that could not be taken. */
  places?: Record<string, string>;
  furigana: boolean;
};

/** What a question is answered with. */
export function QuestionChoices(props: QuestionChoicesProps) {
  return props.question.kind === 'order' ? <OrderChoices {...props} /> : <Options {...props} />;
}

function Options({ question, prefix = '', furigana }: QuestionChoicesProps) {
  return (
    <div className="choices">
      {question.options.map(({ id, text }) => (
        <label key={id} className="choice">
          <input
            type={question.kind === 'multiple' ? 'checkbox' : 'radio'}
            name={`${prefix}option`}
            value={id}
            defaultChecked={question.response?.includes(id)}
          />
          <span>
            <InlineText value={text} furigana={furigana} />
          </span>
        </label>
      ))}
    </div>
  );
}

/** A place to choose beside each item; where scripts run, they become buttons that move it up and down. */
function OrderChoices({ question, prefix = '', places, furigana }: QuestionChoicesProps) {
  const { response } = question;
  const rank = new Map(response?.map((id, i) => [id, i]));
  const options = [...question.options].sort(
    (a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0),
  );
  const numbers = options.map((_, i) => String(i + 1));
  return (
    <div
      data-enhance="order-question"
      data-moved={m.course_quiz_moved({ option: '{option}', place: '{place}' })}
      data-up={m.course_quiz_up({ option: '{option}' })}
      data-down={m.course_quiz_down({ option: '{option}' })}
      data-place={m.course_quiz_place_number({ place: '{place}' })}
    >
      <ol className="choices plain">
        {options.map(({ id, text }, i) => (
          <li key={id} className="choice order" data-option={id} data-text={plainText(text)}>
            <span className="order-place">
              <select
                className="input"
                name={`${prefix}place-${id}`}
                aria-label={m.course_quiz_place({ option: plainText(text) })}
                defaultValue={places ? (places[id] ?? '') : response ? String(i + 1) : ''}
              >
                <option value="">{m.course_quiz_place_empty()}</option>
                {numbers.map((number) => (
                  <option key={number} value={number}>
                    {m.course_quiz_place_number({ place: number })}
                  </option>
                ))}
              </select>
            </span>
            <span className="order-text">
              <InlineText value={text} furigana={furigana} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
