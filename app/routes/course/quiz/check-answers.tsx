import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { AnswerStatus } from '~/ui/answer-status';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { InlineText } from '~/ui/lesson-body';
import { Notice } from '~/ui/notice';
import { useEdition } from '~/ui/use-edition';
import type { OpenQuiz } from './find-quiz-view.server';
import { QuizHead } from './quiz-head';

type Question = OpenQuiz['questions'][number];

function Chosen({ question, furigana }: { question: Question; furigana: boolean }) {
  const { response, kind, options } = question;
  if (!response) return <p>{m.course_quiz_not_yet()}</p>;
  const chosen = response.flatMap((id) => options.find((option) => option.id === id) ?? []);
  const items = chosen.map(({ id, text }) => (
    <li key={id}>
      <InlineText value={text} furigana={furigana} />
    </li>
  ));
  return kind === 'order' ? (
    <ol className="numbers">{items}</ol>
  ) : (
    <ul className="dots">{items}</ul>
  );
}

type CheckAnswersProps = { quiz: OpenQuiz; furigana: boolean; refused: boolean };

/** All answers before they are closed: what is missing is named, and each may still be changed. */
export function CheckAnswers({ quiz, furigana, refused }: CheckAnswersProps) {
  const edition = useEdition();
  const { slug, lesson, attemptId, questions, savedAt } = quiz;
  const lang = quiz.inOriginal ? 'ja' : undefined;
  const address = coursePath(edition, slug, 'lessons', lesson.slug, 'quiz');
  const missing = questions.flatMap(({ response }, i) =>
    response ? [] : [m.course_quiz_question_number({ number: String(i + 1) })],
  );
  return (
    <div className="stack" data-enhance="quiz-answers">
      <QuizHead
        slug={slug}
        lesson={lesson}
        number={null}
        answered={questions.map((q) => q.response !== null)}
      />
      <AnswerStatus text={savedAt ? m.course_quiz_saved({ time: savedAt }) : null} />
      {missing.length > 0 ? (
        <Notice kind={refused ? 'error' : 'warm'} role={refused ? 'alert' : undefined}>
          <p>
            {m.course_quiz_missing({ questions: missing.join(edition === 'en' ? ', ' : '、') })}
          </p>
        </Notice>
      ) : (
        <p>{m.course_quiz_check_lead()}</p>
      )}
      <ol className="plain stack">
        {questions.map((question, i) => {
          const number = String(i + 1);
          const answered = question.response !== null;
          return (
            <Card as="li" key={question.id}>
              <h2 className="small">{m.course_quiz_question_number({ number })}</h2>
              <p lang={lang}>
                <InlineText value={question.text} furigana={furigana} />
              </p>
              <div lang={question.response ? lang : undefined}>
                <Chosen question={question} furigana={furigana} />
              </div>
              <ButtonLink
                kind="quiet"
                to={`${address}?q=${number}&back=on`}
                aria-label={
                  answered
                    ? m.course_quiz_change_of({ number })
                    : m.course_quiz_answer_of({ number })
                }
              >
                {answered ? m.course_quiz_change() : m.course_quiz_answer_now()}
              </ButtonLink>
            </Card>
          );
        })}
      </ol>
      <form method="post" action={`${address}?q=check`} className="stack-s">
        <input type="hidden" name="attempt" value={attemptId} />
        <p className="small">{m.course_quiz_submit_note()}</p>
        <Button name="intent" value="submit">
          {m.course_quiz_submit()}
        </Button>
      </form>
    </div>
  );
}
