import { plainText } from '~/content/tree';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Tag } from '~/ui/tag';
import type { QuestionFigures } from './find-question-figures.server';

type QuestionFigureProps = { lesson: string; number: number; question: QuestionFigures };

function percent(part: number, whole: number) {
  return String(whole === 0 ? 0 : Math.round((part / whole) * 100));
}

/** How often each option was chosen: a number, its share of the answers, and a bar of that share. */
function OptionTable({ title, question }: { title: string; question: QuestionFigures }) {
  const { answered, options } = question;
  return (
    <div className="wrapping-table">
      <DataTable
        caption={m.studio_options_of({ question: title })}
        captionHidden
        columns={[
          { title: m.studio_option() },
          { title: m.studio_chosen(), align: 'right' },
          { title: m.studio_share() },
        ]}
        rows={options.map(({ id, text, right, chosen }) => [
          <span key={id}>
            {plainText(text)} {right ? <Tag kind="accent">{m.studio_right()}</Tag> : null}
          </span>,
          chosen.toLocaleString('ja-JP'),
          <span key={id}>
            {m.studio_share_percent({ share: percent(chosen, answered) })}
            <svg
              className="share-bar"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect className="share-bar-all" width="100" height="8" />
              <rect
                className="share-bar-part"
                width={answered === 0 ? 0 : (chosen / answered) * 100}
                height="8"
              />
            </svg>
          </span>,
        ])}
      />
    </div>
  );
}

export function QuestionFigure({ lesson, number, question }: QuestionFigureProps) {
  const { answered, answeredRight } = question;
  const title = m.studio_question({ lesson, number: String(number) });
  return (
    <Card as="section" className="stack">
      <h3>{title}</h3>
      <p>{plainText(question.text)}</p>
      {answered === 0 ? (
        <p className="small">{m.studio_no_answers()}</p>
      ) : (
        <p className="small row">
          <span>{m.studio_answers({ count: answered.toLocaleString('ja-JP') })}</span>
          <span>
            {m.studio_answers_right({
              count: answeredRight.toLocaleString('ja-JP'),
              share: percent(answeredRight, answered),
            })}
          </span>
        </p>
      )}
      {question.ordered ? (
        <p className="small">{m.studio_order_note()}</p>
      ) : (
        <OptionTable title={title} question={question} />
      )}
    </Card>
  );
}
