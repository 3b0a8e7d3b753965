import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { keepPurpose } from '~/auth/purpose.server';
import { openPeopleDesk } from '~/flows/people-desk.server';
import { now } from '~/lib/clock';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { ChoiceGroup, Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { purposeForm, PURPOSES } from './purpose-form';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_purpose_title() }) },
];

async function open({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const desk = await openPeopleDesk({ code: params.code!, visitor, context });
  const list = `${desk.path}/people`;
  const asked = samePlace(new URL(request.url).searchParams.get('to'), list);
  return { visitor, desk, to: asked.startsWith(`${desk.path}/`) ? asked : list };
}

export async function loader(args: LoaderFunctionArgs) {
  const { desk } = await open(args);
  return { areaName: desk.areaName, path: desk.path };
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, desk, to } = await open(args);
  const { request, context } = args;
  const submission = parseWithZod(await request.formData(), { schema: purposeForm });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const { sessionHash } = visitor;
  const said = { sessionHash, areaCode: desk.areaCode, words: submission.value, at: now() };
  return redirect(to, { status: 303, headers: { 'Set-Cookie': keepPurpose(context, said) } });
}

type Fields = { purpose: string; words: string };

export default function PurposePage() {
  const { areaName, path } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Fields>({
    id: 'purpose',
    lastResult: useActionData<typeof action>(),
  });
  const title = m.people_purpose_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={m.people_purpose_lead({ area: areaName })}
        crumbs={[{ title: m.people_tab_report(), to: path }, { title }]}
      />
      <Notice>
        <p>{m.people_purpose_why()}</p>
      </Notice>
      <PostForm form={form} className="stack">
        <ChoiceGroup
          meta={fields.purpose}
          legend={m.people_purpose_legend()}
          options={Object.entries(PURPOSES).map(([value, label]) => ({ value, label: label() }))}
        />
        <Field
          meta={fields.words}
          label={m.people_purpose_words()}
          hint={m.people_purpose_words_hint()}
          optional
          autoComplete="off"
        />
        <p className="row">
          <Button>{m.people_purpose_go()}</Button>
          <ButtonLink to={path} kind="quiet">
            {m.people_purpose_back()}
          </ButtonLink>
        </p>
      </PostForm>
    </div>
  );
}
