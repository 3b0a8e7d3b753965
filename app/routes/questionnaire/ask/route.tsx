import {
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { readAnswers } from '~/domain/questionnaires/read-answers';
import { askedQuestions, itemsIn, possibleAnswers } from '~/flows/asked-questions';
import { courseInEdition, languagesOf } from '~/flows/course-in-edition';
import { findQuestions } from '~/flows/find-questions.server';
import { findStanding, type Standing } from '~/flows/find-standing.server';
import { keepQuestionnaire } from '~/flows/keep-questionnaire.server';
import { now } from '~/lib/clock';
import { coursePath, entryPath } from '~/lib/course-path';
import { findEdition, type Edition } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { AboutQuestions, QuestionItems } from '~/ui/question-items';
import { useEdition } from '~/ui/use-edition';

const PHASES = ['before', 'after'] as const;
type Phase = (typeof PHASES)[number];

const titleOf = (phase: Phase) =>
  phase === 'before' ? m.questionnaire_before_title() : m.questionnaire_after_title();

const leadOf = (phase: Phase) =>
  phase === 'before' ? m.questionnaire_before_lead() : m.questionnaire_after_lead();

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data ? titleOf(data.phase) : m.common_error_404_title() }) },
];

type Asked = { params: Record<string, string | undefined>; personId: string };

/** Who has not begun the course is sent there; a course that asks nothing has no such page. */
async function findAsked(context: AppLoadContext, { params, personId }: Asked) {
  const phase = PHASES.find((one) => one === params.phase);
  const { programmes } = context.content;
  const known = { slug: params.slug!, personId, programmes };
  const standing = phase ? await findStanding(context.store.read, known) : null;
  if (!phase || !standing) throw new Response(null, { status: 404 });
  const { course, enrolment } = standing;
  if (!enrolment) throw redirect(coursePath(findEdition(params), course.slug));
  const questions = await findQuestions(context, standing);
  if (!questions) throw new Response(null, { status: 404 });
  return { phase, standing, enrolment, questions, state: questions[phase] };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { personId, registered } = await requireLearner(request, context);
  const { phase, standing, questions, state } = await findAsked(context, { params, personId });
  const { course } = standing;
  const asked = askedQuestions(questions.questionnaire, phase);
  return {
    phase,
    state,
    guest: !registered,
    course: { slug: course.slug, title: courseInEdition(course.version.outline, edition).title },
    languages: languagesOf(course, null, 'questions', phase),
    away: onwards(edition, standing, phase),
    items: itemsIn(asked.items, edition),
    outcomes: asked.outcomes,
  };
}

/** Where she goes on: to the lesson that waits, or back to the end of the course. */
function onwards(edition: Edition | null, { course, progress }: Standing, phase: Phase): string {
  if (phase === 'after') return coursePath(edition, course.slug, 'finish');
  const next = course.version.outline.lessons.find(({ id }) => id === progress.nextId);
  return coursePath(edition, course.slug, ...(next ? ['lessons', next.slug] : []));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const { personId } = await requireLearner(request, context);
  const form = await request.formData();
  const { phase, standing, enrolment, questions, state } = await findAsked(context, {
    params,
    personId,
  });
  const { course, programme } = standing;
  const { questionnaire } = questions;
  if (state === 'closed' || state === 'answered') {
    return redirect(coursePath(edition, course.slug, 'questions', phase));
  }
  const answers = readAnswers(form, possibleAnswers(askedQuestions(questionnaire, phase)));
  await context.store.tx((db) =>
    keepQuestionnaire(db, context, {
      ...{ enrolment, phase, programmeCode: programme.code, answers, at: now() },
      version: questionnaire.version,
    }),
  );
  return redirect(onwards(edition, standing, phase));
}

export default function AskPage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const { phase, state, course } = shown;
  const title = titleOf(phase);
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        {...(state === 'open' && { lead: leadOf(phase) })}
        crumbs={[
          { title: m.common_home(), to: entryPath(edition) },
          { title: course.title, to: coursePath(edition, course.slug) },
          { title },
        ]}
      />
      {state === 'answered' || state === 'again' ? (
        <Notice kind="done">
          <p>{m.questionnaire_answered()}</p>
        </Notice>
      ) : null}
      {state === 'closed' ? (
        <Notice kind="info">
          <p>
            {phase === 'before' ? m.questionnaire_closed_before() : m.questionnaire_closed_after()}
          </p>
        </Notice>
      ) : null}
      {state === 'open' ? <Asked {...shown} /> : <Away {...shown} />}
      {state === 'again' ? (
        <details>
          <summary className="py-2">{m.questionnaire_again()}</summary>
          <div className="stack-l">
            <Asked {...shown} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Away({ state, phase, course, away }: Shown) {
  const edition = useEdition();
  const toCourse = state === 'closed' || phase === 'before';
  return (
    <p>
      <ButtonLink to={toCourse ? coursePath(edition, course.slug) : away}>
        {toCourse ? m.questionnaire_to_course() : m.questionnaire_to_finish()}
      </ButtonLink>
    </p>
  );
}

function Asked({ phase, state, guest, course, away, items, outcomes }: Shown) {
  const edition = useEdition();
  return (
    <>
      <AboutQuestions guest={guest} again />
      <form
        method="post"
        action={coursePath(edition, course.slug, 'questions', phase)}
        className="stack-l"
      >
        <QuestionItems items={items} outcomes={outcomes} deeds={[]} />
        <p className="row">
          <Button>{m.questionnaire_send()}</Button>
          {state === 'open' ? (
            <ButtonLink to={away} kind="quiet">
              {phase === 'before' ? m.questionnaire_skip_before() : m.questionnaire_skip_after()}
            </ButtonLink>
          ) : null}
        </p>
      </form>
    </>
  );
}
