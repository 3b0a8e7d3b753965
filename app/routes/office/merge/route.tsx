import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import type { MergedPeople } from '~/domain/people/merge-people.server';
import { undoableUntil } from '~/domain/people/undoable-until';
import { mergePeople } from '~/flows/merge-people.server';
import { notePersonLooks } from '~/flows/note-person-looks.server';
import { openTendingDesk, requirePurpose } from '~/flows/people-desk.server';
import { readPerson } from '~/flows/read-person.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { ChoiceGroup, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { TwoPeople } from '~/ui/two-people';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_merge_title() }) },
];

const refusals: Record<Extract<MergedPeople, { ok: false }>['reason'], () => string> = {
  'same-record': m.people_merge_refused_same,
  'merged-before': m.people_merge_refused_before,
  'has-role': m.people_merge_refused_role,
};

/** Both records as this officer sees them; 404 when she does not see both. */
async function open({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const desk = await openTendingDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  const { searchParams: asked } = new URL(request.url);
  const at = now();
  const [one, other] = [
    await readPerson(context.store.read, { desk, id: asked.get('one') ?? '', at }),
    await readPerson(context.store.read, { desk, id: asked.get('other') ?? '', at }),
  ];
  if (!one || !other) throw new Response(null, { status: 404 });
  return { visitor, desk, purpose, one, other, at };
}

export async function loader(args: LoaderFunctionArgs) {
  const { visitor, desk, purpose, one, other, at } = await open(args);
  await notePersonLooks(args.context.store, {
    people: [one.person, other.person],
    actorId: visitor.personId,
    areaCode: desk.areaCode,
    purpose,
    at,
  });
  return data(
    {
      path: desk.path,
      one: one.shown,
      other: other.shown,
      isMerged: one.keptId !== null || other.keptId !== null,
      until: formatDay(jstDates(undoableUntil(at)).day),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { visitor, desk, purpose, one, other, at } = await open(args);
  const ids = [one.person.id, other.person.id] as [string, string];
  const schema = z.object({ kept: z.enum(ids, { error: () => m.people_merge_kept_missing() }) });
  const submission = parseWithZod(await args.request.formData(), { schema });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const [kept, merged] =
    submission.value.kept === one.person.id
      ? [one.person, other.person]
      : [other.person, one.person];
  const { personId: mergedBy } = visitor;
  const { areaCode } = desk;
  const result = await mergePeople(args.context.store, {
    ...{ kept, merged, mergedBy, areaCode, purpose, at },
  });
  if (result.ok) return redirect(`${desk.path}/people/${kept.id}?done=merged`, 303);
  const formErrors = [refusals[result.reason]()];
  return data(submission.reply({ formErrors }), { status: 400 });
}

export default function MergePage() {
  const { path, one, other, isMerged, until } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ kept: string }>({
    id: 'merge',
    lastResult: useActionData<typeof action>(),
  });
  const title = m.people_merge_title();
  const label = (person: typeof one) =>
    m.people_merge_keep({ name: person.name, number: person.number });
  return (
    <div className="wrap stack-l">
      <PageHead
        title={title}
        lead={m.people_merge_lead()}
        crumbs={[{ title: m.people_tab_repeats(), to: `${path}/repeats` }, { title }]}
      />
      <TwoPeople
        one={{ title: m.people_merge_first(), person: one }}
        other={{ title: m.people_merge_second(), person: other }}
      />
      <Notice title={m.people_merge_what_title()}>
        <ul className="dots">
          <li>{m.people_merge_what_kept()}</li>
          <li>{m.people_merge_what_certificates()}</li>
          <li>{m.people_merge_what_sign_in()}</li>
          <li>{m.people_merge_what_counts()}</li>
          <li>{m.people_merge_what_courses()}</li>
          <li>{m.people_merge_what_undo({ until })}</li>
        </ul>
      </Notice>
      {isMerged ? (
        <Notice kind="warm" role="status">
          <p>{m.people_merge_refused_before()}</p>
        </Notice>
      ) : null}
      <PostForm form={form} className="stack">
        <ChoiceGroup
          meta={fields.kept}
          legend={m.people_merge_kept()}
          hint={m.people_merge_kept_hint()}
          options={[
            { value: one.id, label: label(one) },
            { value: other.id, label: label(other) },
          ]}
        />
        <p className="row">
          <Button>{m.people_merge_go()}</Button>
          <ButtonLink to={`${path}/repeats`} kind="quiet">
            {m.people_merge_back()}
          </ButtonLink>
        </p>
      </PostForm>
    </div>
  );
}
