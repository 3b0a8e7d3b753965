import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FOLLOW_UP_CODE_LENGTH, followUpCodeHashes } from '~/auth/follow-up-code.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { findFollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { answerFollowUp } from '~/flows/answer-follow-up.server';
import { findLaterQuestions } from '~/flows/find-later-questions.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { normaliseCode } from '~/lib/code';
import { findEdition } from '~/lib/edition';
import { languagesAt } from '~/lib/edition-path';
import { followUpPath } from '~/lib/follow-up-path';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { AboutQuestions, QuestionItems } from '~/ui/question-items';
import { useEdition } from '~/ui/use-edition';

/** A whole hall may sit behind one address; 40 bits leave a guesser no hope at this pace. */
const TRIES_OF_ADDRESS = 60;
const WINDOW_SECONDS = 10 * 60;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.questionnaire_code_title() }) },
];

export function loader({ params, request }: LoaderFunctionArgs) {
  findEdition(params);
  const thanked = new URL(request.url).searchParams.has('thanks');
  return { thanked, languages: languagesAt(followUpPath(null)) };
}

const refused = (words: string, typed: string, status: number) =>
  data({ state: 'refused' as const, words, typed }, status);

/** The code is right, and there is nothing to answer now. */
const told = (words: string, typed: string) => data({ state: 'told' as const, words, typed });

/** The code travels in the form only, never in an address: it comes once to open the questions and once with the answers. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const form = await request.formData();
  const typed = String(form.get('code') ?? '').slice(0, 100);
  if (typed.trim() === '') return refused(m.questionnaire_code_empty(), typed, 400);
  if (normaliseCode(typed).length !== FOLLOW_UP_CODE_LENGTH) {
    return refused(m.questionnaire_code_length(), typed, 400);
  }
  const at = now();
  const key = tryKey(context, 'follow-up code', context.clientAddress);
  const limit = { key, limit: TRIES_OF_ADDRESS, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) {
    const time = formatTime(counted.retryAt);
    return refused(m.questionnaire_slow_down({ time }), typed, 429);
  }
  const codeHashes = followUpCodeHashes(context, typed);
  const asked = await findFollowUp(context.store.read, { codeHashes });
  const questions = asked && findLaterQuestions(context, asked, edition);
  if (!asked || !questions) return refused(m.questionnaire_code_unknown(), typed, 400);
  if (asked.answeredAt) return told(m.questionnaire_thanks_answered(), '');
  if (asked.dueDay > jstDates(at).day) {
    const day = formatDay(asked.dueDay, edition);
    return told(m.questionnaire_code_early({ day }), typed);
  }
  const { questionnaire, items, deeds } = questions;
  const isAnswering = form.has('answer');
  if (isAnswering) {
    const { answered } = await answerFollowUp(context, { id: asked.id, questionnaire, form, at });
    if (answered) return redirect(`${followUpPath(edition)}?thanks=1`);
  }
  const shown = { state: 'open' as const, code: typed, items, deeds, nothing: isAnswering };
  return data(shown, isAnswering ? 400 : 200);
}

export default function CodePage() {
  const edition = useEdition();
  const { thanked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.state === 'open') {
    const { code, items, deeds, nothing } = answer;
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.questionnaire_later_title()} lead={m.questionnaire_later_lead()} />
        {nothing ? (
          <Notice kind="warm" role="alert">
            <p>{m.questionnaire_later_nothing()}</p>
          </Notice>
        ) : null}
        <AboutQuestions guest={false} again={false} />
        <form method="post" action={followUpPath(edition)} className="stack-l">
          <input type="hidden" name="code" value={code} />
          <QuestionItems items={items} outcomes={[]} deeds={deeds} />
          <p>
            <Button name="answer" value="yes">
              {m.questionnaire_send()}
            </Button>
          </p>
        </form>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.questionnaire_code_title()} lead={m.questionnaire_code_lead()} />
      {thanked && !answer ? (
        <Notice kind="done" title={m.questionnaire_thanks_title()}>
          <p>{m.questionnaire_thanks()}</p>
        </Notice>
      ) : null}
      {answer?.state === 'told' ? (
        <Notice kind="info" role="status">
          <p>{answer.words}</p>
        </Notice>
      ) : null}
      <CodeForm
        words={answer?.state === 'refused' ? answer.words : undefined}
        typed={answer?.typed}
      />
    </div>
  );
}

function CodeForm({
  words,
  typed = '',
}: {
  words?: string | undefined;
  typed?: string | undefined;
}) {
  const edition = useEdition();
  return (
    <form method="post" action={followUpPath(edition)} className="stack" noValidate>
      <div className={`stack-s ${words ? 'has-error' : ''}`}>
        <label className="field-label" htmlFor="follow-up-code">
          {m.questionnaire_code_field()}
        </label>
        <div className="field-hint" id="follow-up-code-hint">
          {m.questionnaire_code_hint()}
        </div>
        {words ? (
          <p className="field-error" id="follow-up-code-error" role="alert">
            {words}
          </p>
        ) : null}
        <input
          className="input"
          id="follow-up-code"
          name="code"
          defaultValue={typed}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={words ? true : undefined}
          aria-describedby={`follow-up-code-hint${words ? ' follow-up-code-error' : ''}`}
        />
      </div>
      <p>
        <Button>{m.questionnaire_code_button()}</Button>
      </p>
    </form>
  );
}
