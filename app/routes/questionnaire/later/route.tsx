import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { openNote, sealNote } from '~/auth/sealed-note.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { chooseFollowUp } from '~/flows/choose-follow-up.server';
import { courseInEdition, languagesOf } from '~/flows/course-in-edition';
import { findFollowUpChoice } from '~/flows/find-follow-up-choice.server';
import { findStanding } from '~/flows/find-standing.server';
import { formatTime, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import { coursePath, entryPath } from '~/lib/course-path';
import { findEdition } from '~/lib/edition';
import { followUpPath } from '~/lib/follow-up-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ChooseFollowUp } from '~/ui/follow-up-choice';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { useEdition } from '~/ui/use-edition';

const NOTE = 'follow-up-note';
const CHOICES_OF_LEARNER = 20;
const WINDOW_SECONDS = 60 * 60;
const WAYS = ['mail', 'code', 'none'] as const;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.questionnaire_later_title() }) },
];

type Params = Record<string, string | undefined>;

/** The course as she stands in it; who has not finished it is sent to its end, which says what is missing. */
async function findFinished(context: AppLoadContext, params: Params, personId: string) {
  const { store, content } = context;
  const edition = findEdition(params);
  const { programmes } = content;
  const standing = await findStanding(store.read, { slug: params.slug!, personId, programmes });
  if (!standing) throw new Response(null, { status: 404 });
  const choice = await findFollowUpChoice(context, standing, edition);
  if (!choice) throw redirect(coursePath(edition, standing.course.slug, 'finish'));
  return { edition, standing, choice };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { personId, sessionHash } = await requireLearner(request, context);
  const { edition, standing, choice } = await findFinished(context, params, personId);
  const { course, enrolment } = standing;
  const note = openNote(request, context, { name: NOTE, sessionHash });
  const [noted, code] = note?.split(' ') ?? [];
  return {
    choice,
    languages: languagesOf(course, null, 'follow-up'),
    course: { slug: course.slug, title: courseInEdition(course.version.outline, edition).title },
    code: code && noted === enrolment?.id ? groupCode(code) : null,
    address: context.origin + followUpPath(edition),
  };
}

/** Writes down what she chose; a code is shown once, on the page that follows. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { personId, sessionHash } = await requireLearner(request, context);
  const form = await request.formData();
  const way = WAYS.find((one) => one === form.get('way'));
  const { edition, standing } = await findFinished(context, params, personId);
  const { course, programme, enrolment } = standing;
  const here = coursePath(edition, course.slug, 'follow-up');
  const { followUp } = programme;
  if (!way || !followUp || !enrolment?.finishedAt) return redirect(here);
  const at = now();
  const key = tryKey(context, 'choose follow-up', personId);
  const limit = { key, limit: CHOICES_OF_LEARNER, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) {
    return data({ words: m.questionnaire_slow_down({ time: formatTime(counted.retryAt) }) }, 429);
  }
  const chosen = await chooseFollowUp(context, {
    enrolment: { ...enrolment, finishedAt: enrolment.finishedAt },
    programme: { code: programme.code, followUp },
    ...{ way, edition, at },
  });
  if (!chosen.ok && chosen.reason === 'no-address') {
    return data({ words: m.questionnaire_no_address() }, 400);
  }
  if (!chosen.ok || way !== 'code') {
    return redirect(way === 'none' ? coursePath(edition, course.slug, 'finish') : here);
  }
  const note = { sessionHash, text: `${enrolment.id} ${chosen.code}` };
  const cookie = sealNote(context, { name: NOTE, path: here }, note);
  return redirect(here, { headers: { 'Set-Cookie': cookie } });
}

export default function LaterPage() {
  const edition = useEdition();
  const { choice, course, code, address } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = m.questionnaire_later_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title: course.title, to: coursePath(edition, course.slug) },
          { title },
        ]}
      />
      {refused ? (
        <Notice kind="error" role="alert">
          <p>{refused.words}</p>
        </Notice>
      ) : null}
      {code && choice.state === 'code' ? (
        <>
          <Notice kind="care">
            <p>{m.questionnaire_code_once()}</p>
          </Notice>
          <Card as="section" className="stack">
            <h2>{m.questionnaire_code_yours()}</h2>
            <p className="text-4xl font-bold tracking-wider sm:text-5xl whitespace-nowrap tabular-nums">
              {code}
            </p>
            <dl className="facts">
              <dt>{m.questionnaire_code_where()}</dt>
              <dd className="break-all">{address}</dd>
              <dt>{m.questionnaire_code_from()}</dt>
              <dd>{choice.day}</dd>
            </dl>
            <p className="no-print">
              <PrintButton />
            </p>
          </Card>
        </>
      ) : null}
      <ChooseFollowUp slug={course.slug} choice={choice} />
      <p className="no-print">
        <ButtonLink to={coursePath(edition, course.slug, 'finish')} kind="quiet">
          {m.questionnaire_to_finish()}
        </ButtonLink>
      </p>
    </div>
  );
}
