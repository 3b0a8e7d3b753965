import { coursePath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { AnswerStatus } from '~/ui/answer-status';
import { Button, ButtonLink } from '~/ui/button';
import { InlineText } from '~/ui/lesson-body';
import { QuestionChoices } from '~/ui/question-choices';
import { useEdition } from '~/ui/use-edition';
import type { OpenQuiz } from './find-quiz-view.server';
import { QuizHead } from './quiz-head';

type Question = OpenQuiz['questions'][number];
type Refused = { reason: string; places: Record<string, string> };

type QuestionFormProps = {
  quiz: OpenQuiz & { back: boolean };
  number: number;
  furigana: boolean;
  refused: Refused | undefined;
};

function whatIsWrong({ kind, options }: Question, { reason }: Refused) {
  if (reason === 'unknown-attempt') return m.course_quiz_elsewhere();
  if (kind === 'order') return m.course_quiz_choose_order({ count: String(options.length) });
  return kind === 'multiple' ? m.course_quiz_choose_some() : m.course_quiz_choose_one();
}

function hintOf({ kind }: Question) {
  if (kind === 'multiple') return m.course_quiz_several();
  return kind === 'order' ? m.course_quiz_order() : null;
}

/** One question, with everything in its form: it is answered without a script just as well. */
export function QuestionForm({ quiz, number, furigana, refused }: QuestionFormProps) {
  const edition = useEdition();
  const { slug, lesson, attemptId, questions, savedAt } = quiz;
  const question = questions[number - 1];
  if (!question) return null;
  const hint = hintOf(question);
  const error = refused ? whatIsWrong(question, refused) : null;
  const described = [hint ? 'hint' : '', error ? 'error' : ''].filter(Boolean).join(' ');
  const lang = quiz.inOriginal ? 'ja' : undefined;
  const address = coursePath(edition, slug, 'lessons', lesson.slug, 'quiz');
  return (
    <div className="stack" data-enhance="quiz-answers" data-address={`${address}/answers`}>
      <QuizHead
        slug={slug}
        lesson={lesson}
        number={number}
        answered={questions.map((q) => q.response !== null)}
      />
      <AnswerStatus text={savedAt ? m.course_quiz_saved({ time: savedAt }) : null} />
      {question.scene ? (
        <div className="scene" lang={lang}>
          <p className="whitespace-pre-line">
            <InlineText value={question.scene} furigana={furigana} />
          </p>
        </div>
      ) : null}
      <form method="post" className="stack" noValidate>
        <input type="hidden" name="attempt" value={attemptId} />
        <input type="hidden" name="question" value={question.id} />
        <input type="hidden" name="next" value={number < questions.length ? number + 1 : 'check'} />
        <fieldset
          aria-describedby={described || undefined}
          className={error ? 'stack-s has-error' : 'stack-s'}
        >
          <legend className="question" lang={lang}>
            <InlineText value={question.text} furigana={furigana} />
          </legend>
          {hint ? (
            <p id="hint" className="field-hint">
              {hint}
            </p>
          ) : null}
          {error ? (
            <p
              id="error"
              className="field-error"
              role="alert"
              tabIndex={-1}
              data-enhance="take-focus"
            >
              {error}
            </p>
          ) : null}
          <div lang={lang}>
            <QuestionChoices question={question} places={refused?.places} furigana={furigana} />
          </div>
        </fieldset>
        <div className="row between">
          {number > 1 ? (
            <ButtonLink kind="second" to={`${address}?q=${number - 1}`}>
              {m.course_quiz_previous()}
            </ButtonLink>
          ) : (
            <span />
          )}
          <Button>{m.course_quiz_save_next()}</Button>
        </div>
      </form>
    </div>
  );
}
