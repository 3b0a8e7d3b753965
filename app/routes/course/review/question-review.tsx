import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { InlineText } from '~/ui/lesson-body';
import { Tag } from '~/ui/tag';
import type { ReviewQuestion } from './find-review.server';

type QuestionReviewProps = {
  question: ReviewQuestion;
  number: number;
  furigana: boolean;
  /** The language of the question, where it is not the page's. */
  lang: 'ja' | undefined;
};

/** What each option would do to the other person, whichever was chosen. */
function Options({ question, furigana }: Omit<QuestionReviewProps, 'number' | 'lang'>) {
  return (
    <ul className="plain stack">
      {question.options.map(({ id, text, right, feedback }) => (
        <Card as="li" key={id}>
          <p>
            <strong>
              <InlineText value={text} furigana={furigana} />
            </strong>
          </p>
          {right || question.response.includes(id) ? (
            <p className="row">
              {question.response.includes(id) ? (
                <Tag kind="warm">{m.course_review_yours()}</Tag>
              ) : null}
              {right ? <Tag kind="accent">{m.course_review_lands()}</Tag> : null}
            </p>
          ) : null}
          {feedback ? (
            <p className="said">
              <InlineText value={feedback} furigana={furigana} />
            </p>
          ) : null}
        </Card>
      ))}
    </ul>
  );
}

function Sequence({
  title,
  ids,
  question,
  furigana,
}: { title: string; ids: string[] } & Omit<QuestionReviewProps, 'number' | 'lang'>) {
  return (
    <div className="stack-s">
      <h3>{title}</h3>
      <ol className="numbers">
        {ids.map((id) => {
          const option = question.options.find((o) => o.id === id);
          return option ? (
            <li key={id}>
              <InlineText value={option.text} furigana={furigana} />
              {option.feedback ? (
                <p className="said">
                  <InlineText value={option.feedback} furigana={furigana} />
                </p>
              ) : null}
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}

function Order({ question, furigana }: Omit<QuestionReviewProps, 'number' | 'lang'>) {
  return (
    <Card className="stack">
      {question.right ? null : (
        <Sequence
          title={m.course_review_your_order()}
          ids={question.response}
          question={{
            ...question,
            options: question.options.map((o) => ({ ...o, feedback: null })),
          }}
          furigana={furigana}
        />
      )}
      <Sequence
        title={m.course_review_our_order()}
        ids={question.options.map(({ id }) => id)}
        question={question}
        furigana={furigana}
      />
    </Card>
  );
}

export function QuestionReview({ question, number, furigana, lang }: QuestionReviewProps) {
  return (
    <section className="stack">
      <h2>{m.course_quiz_question_number({ number: String(number) })}</h2>
      {question.scene ? (
        <div className="scene" lang={lang}>
          <p className="whitespace-pre-line">
            <InlineText value={question.scene} furigana={furigana} />
          </p>
        </div>
      ) : null}
      <p lang={lang}>
        <InlineText value={question.text} furigana={furigana} />
      </p>
      <p>
        <Tag kind={question.right ? 'accent' : 'warm'}>
          {question.right ? m.course_review_right() : m.course_review_other()}
        </Tag>
      </p>
      <div lang={lang}>
        {question.kind === 'order' ? (
          <Order question={question} furigana={furigana} />
        ) : (
          <Options question={question} furigana={furigana} />
        )}
      </div>
      {question.feedback ? (
        <p className="said" lang={lang}>
          <InlineText value={question.feedback} furigana={furigana} />
        </p>
      ) : null}
    </section>
  );
}
