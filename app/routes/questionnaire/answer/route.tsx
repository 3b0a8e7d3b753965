import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sha256 } from '~/auth/digest.server';
import { findFollowUp } from '~/domain/questionnaires/find-follow-up.server';
import { answerFollowUp } from '~/flows/answer-follow-up.server';
import { findLaterQuestions } from '~/flows/find-later-questions.server';
import { now } from '~/lib/clock';
import { findEdition } from '~/lib/edition';
import { languagesAt } from '~/lib/edition-path';
import { followUpPath } from '~/lib/follow-up-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { AboutQuestions, QuestionItems } from '~/ui/question-items';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.questionnaire_later_title() }) },
];

async function findAsked(context: AppLoadContext, token: string) {
  return findFollowUp(context.store.read, { tokenHash: sha256(token) });
}

/** For whoever has the link of a mail. It opens these questions, and nothing else of hers. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const token = params.token!;
  const asked = await findAsked(context, token);
  const questions = asked && findLaterQuestions(context, asked, edition);
  const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' };
  const languages = languagesAt(followUpPath(null, token));
  if (!asked || !questions) {
    return data({ state: 'gone' as const, languages }, { status: 410, headers });
  }
  if (asked.answeredAt) return data({ state: 'answered' as const, languages }, { headers });
  const { questionnaire: _, ...shown } = questions;
  return data({ state: 'open' as const, languages, token, ...shown }, { headers });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const form = await request.formData();
  const asked = await findAsked(context, params.token!);
  const questions = asked && findLaterQuestions(context, asked, edition);
  const here = followUpPath(edition, params.token!);
  if (!asked || !questions || asked.answeredAt) return redirect(here);
  const { questionnaire } = questions;
  const given = { id: asked.id, questionnaire, form, at: now() };
  const { answered } = await answerFollowUp(context, given);
  return answered ? redirect(here) : data({ nothing: true }, 400);
}

export default function AnswerPage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (shown.state === 'gone') {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.questionnaire_gone_title()} lead={m.questionnaire_gone()} />
      </div>
    );
  }
  if (shown.state === 'answered') {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.questionnaire_thanks_title()} />
        <Notice kind="done">
          <p>{m.questionnaire_thanks()}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.questionnaire_later_title()} lead={m.questionnaire_later_lead()} />
      {refused ? (
        <Notice kind="warm" role="alert">
          <p>{m.questionnaire_later_nothing()}</p>
        </Notice>
      ) : null}
      <AboutQuestions guest={false} again={false} />
      <form method="post" action={followUpPath(edition, shown.token)} className="stack-l">
        <QuestionItems items={shown.items} outcomes={[]} deeds={shown.deeds} />
        <p className="row">
          <Button>{m.questionnaire_send()}</Button>
          <ButtonLink to={followUpPath(edition, shown.token, 'stop')} kind="quiet">
            {m.questionnaire_stop_link()}
          </ButtonLink>
        </p>
      </form>
    </div>
  );
}
