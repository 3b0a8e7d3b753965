import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireLearner } from '~/auth/guards.server';
import { FAMILIES, type Family } from '~/content/next-steps';
import { chooseNextStep } from '~/domain/learning/choose-next-step.server';
import { dropNextStep } from '~/domain/learning/drop-next-step.server';
import { markNextStep } from '~/domain/learning/mark-next-step.server';
import { ownNextSteps } from '~/flows/own-next-steps.server';
import { now } from '~/lib/clock';
import { nextStepPath } from '~/lib/course-path';
import { findEdition, type Edition } from '~/lib/edition';
import { pathIn } from '~/lib/edition-path';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { ChooseStep, stepFamilyWord } from '~/ui/next-step';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

const stepsAt = (edition: Edition | null) => pathIn(edition, '/my#steps');

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.directory_step_title() }) },
];

const familyOf = (sent: unknown): Family =>
  FAMILIES.find((family) => family === sent) ?? FAMILIES[0];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { personId } = await requireLearner(request, context);
  const { nextSteps } = context.content;
  if (!nextSteps) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const families = [familyOf(searchParams.get('family'))];
  const asked = { personId, nextSteps, families, edition };
  const [step] = await ownNextSteps(context.store.read, asked);
  const to = samePlace(searchParams.get('to'), stepsAt(edition));
  return data({ step: step!, to }, { headers: { 'Cache-Control': 'no-store' } });
}

/** Chooses, marks or removes; what is sent twice is done once. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  const { personId } = await requireLearner(request, context);
  const { store, content } = context;
  const form = await request.formData();
  const sent = form.get('family');
  const family = FAMILIES.find((one) => one === sent);
  const intent = form.get('intent');
  const steps = family && content.nextSteps?.[family];
  const again = (error: string) => data({ error, family: familyOf(sent), to }, { status: 400 });
  const to = samePlace(form.get('to'), stepsAt(edition));
  if (!family || !steps) return again(m.directory_step_unread());
  const at = now();
  if (intent === 'done') await store.tx((db) => markNextStep(db, { personId, family, at }));
  else if (intent === 'drop') await store.tx((db) => dropNextStep(db, { personId, family }));
  else if (intent === 'choose') {
    const step = steps.find(({ id }) => id === form.get('step'))?.id;
    if (!step) return again(m.directory_step_empty());
    await store.tx((db) => chooseNextStep(db, { personId, family, step, at }));
  } else return again(m.directory_step_unread());
  return redirect(to, 303);
}

export default function NextStepPage() {
  const edition = useEdition();
  const shown = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered && 'error' in answered ? answered : null;
  const to = refused?.to ?? shown.to;
  const { step } = shown;
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.directory_step_title()} lead={m.directory_step_lead()} />
      <div className="stack-s">
        <p className="small">{stepFamilyWord(step.family)}</p>
        <ChooseStep
          step={step}
          action={`${nextStepPath(edition)}?${new URLSearchParams({ family: step.family, to })}`}
          to={to}
          error={refused?.error ?? null}
        />
      </div>
      <p>
        <a href={to}>{m.directory_step_back()}</a>
      </p>
    </div>
  );
}
