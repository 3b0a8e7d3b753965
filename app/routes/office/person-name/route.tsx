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
import { findPersonWithin } from '~/domain/people/find-person-within.server';
import { correctPerson } from '~/flows/correct-person.server';
import { openTendingDesk, requirePurpose } from '~/flows/people-desk.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { nameForm } from './name-form';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_name_title() }) },
];

async function open({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const desk = await openTendingDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  const person = await findPersonWithin(context.store.read, {
    id: params.id!,
    within: desk.within,
    enrolledOnly: true,
  });
  if (!person) throw new Response(null, { status: 404 });
  return { visitor, desk, purpose, person, back: `${desk.path}/people/${person.id}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { desk, person, back } = await open(args);
  const { name, kana } = person;
  return data(
    { areaName: desk.areaName, path: desk.path, back, name: name ?? '', kana: kana ?? '' },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, desk, purpose, person, back } = await open(args);
  const submission = parseWithZod(await args.request.formData(), { schema: nameForm });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  await correctPerson(args.context.store, {
    ...submission.value,
    person,
    actorId: visitor.personId,
    areaCode: desk.areaCode,
    purpose,
    at: now(),
  });
  return redirect(`${back}?done=mended`, 303);
}

type Fields = { name: string; kana: string };

export default function CorrectName() {
  const { areaName, path, back, name, kana } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Fields>({
    id: 'name',
    lastResult: useActionData<typeof action>(),
    defaultValue: { name, kana },
  });
  const title = m.people_name_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={m.people_name_lead()}
        crumbs={[
          { title: m.people_title({ area: areaName }), to: `${path}/people` },
          { title: name, to: back },
          { title },
        ]}
      />
      <Notice>
        <p>{m.people_name_printed()}</p>
      </Notice>
      <PostForm form={form} className="stack">
        <Field meta={fields.name} label={m.people_col_name()} autoComplete="off" />
        <Field
          meta={fields.kana}
          label={m.people_col_kana()}
          hint={m.people_name_kana_hint()}
          autoComplete="off"
        />
        <p className="row">
          <Button>{m.people_name_save()}</Button>
          <ButtonLink to={back} kind="quiet">
            {m.people_back_to_person()}
          </ButtonLink>
        </p>
      </PostForm>
    </div>
  );
}
