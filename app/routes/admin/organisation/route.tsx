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
import { ORGANISATION_ROLES, organisationBound } from '~/auth/policies/organisation';
import { findOrganisation } from '~/domain/organisations/find-organisation.server';
import { findNamedArea } from '~/flows/find-named-area.server';
import { keepHost } from '~/flows/keep-host.server';
import { HOST_KINDS, hostKindWord } from '~/flows/region-words';
import { jstDates, now } from '~/lib/clock';
import { newId } from '~/lib/id.server';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { ChoiceGroup, Field, PostForm, SelectField } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { organisationForm, refusalWords, type OrganisationFields } from './organisation-form';

const NEW = 'new';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown?.title ?? m.areas_hosts_title() }) },
];

/** The host of the address, or none at the address for a new one. Outside the bound is as if absent. */
async function findOwnHost({ params, request, context }: LoaderFunctionArgs) {
  const { grants, personId } = await requireRole(request, context, ...ORGANISATION_ROLES);
  const within = organisationBound(grants);
  const id = params.id!;
  const host = id === NEW ? null : await findOrganisation(context.store.read, { id, within });
  if (id !== NEW && !host) throw new Response(null, { status: 404 });
  return { host, within, personId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { host, within } = await findOwnHost(args);
  const fields: Partial<OrganisationFields> = host
    ? {
        kind: host.kind,
        name: host.name,
        kana: host.kana,
        department: host.department ?? '',
        area: host.areaCode ?? '',
        series: host.seriesPrefix,
        asksGuardian: host.asksGuardian ? 'yes' : '',
      }
    : { id: newId(), area: !within.everywhere ? (within.areaCodes[0] ?? '') : '' };
  return {
    title: host?.name ?? m.areas_host_new_title(),
    programmes: host ? `/hosts/${host.id}/programmes` : null,
    fields,
    isSaved: new URL(args.request.url).searchParams.has('done'),
    kinds: HOST_KINDS.filter((kind) => within.everywhere || kind !== 'prefecture'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { host, within, personId } = await findOwnHost(args);
  const { store } = args.context;
  const submission = parseWithZod(await args.request.formData(), { schema: organisationForm });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const { id, area, series, department, asksGuardian, ...facts } = submission.value;
  const again = (fieldErrors: Record<string, string[]>) =>
    data(submission.reply({ fieldErrors }), { status: 400 });
  const at = now();
  const areaCode = await findNamedArea(store.read, {
    words: area,
    kind: facts.kind,
    day: jstDates(at).day,
  });
  if (!areaCode) return again(refusalWords('area-not-yours'));
  const kept = await keepHost(store, {
    ...facts,
    department: department ?? null,
    areaCode,
    seriesPrefix: series ?? null,
    asksGuardian: asksGuardian === 'yes',
    host: host ?? { newId: id ?? newId() },
    within,
    actorId: personId,
    at,
  });
  if (!kept.ok) return again(refusalWords(kept.reason));
  return redirect(`/admin/organisations/${kept.id}?done=yes`, 303);
}

export default function OrganisationPage() {
  const {
    title,
    programmes,
    fields: defaultValue,
    isSaved,
    kinds,
  } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<OrganisationFields>({ id: 'host', lastResult, defaultValue });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        crumbs={[{ title: m.areas_hosts_title(), to: '/admin/organisations' }, { title }]}
      />
      {isSaved ? (
        <Notice kind="done" role="status">
          <p>{m.areas_host_saved()}</p>
        </Notice>
      ) : null}
      <PostForm form={form} className="stack">
        <input type="hidden" name="id" defaultValue={fields.id.initialValue} />
        <SelectField
          meta={fields.kind}
          label={m.areas_hosts_kind()}
          empty={m.areas_share_choose_none()}
          options={kinds.map((value) => ({ value, label: hostKindWord(value) }))}
        />
        <Field
          meta={fields.name}
          label={m.areas_hosts_name()}
          hint={m.areas_host_name_hint()}
          autoComplete="off"
        />
        <Field
          meta={fields.kana}
          label={m.areas_group_kana()}
          hint={m.areas_group_kana_hint()}
          autoComplete="off"
        />
        <Field
          meta={fields.department}
          label={m.areas_host_department()}
          hint={m.areas_host_department_hint()}
          autoComplete="off"
          optional
        />
        <Field
          meta={fields.area}
          label={m.areas_host_area()}
          hint={m.areas_host_area_hint()}
          autoComplete="off"
        />
        <Field
          meta={fields.series}
          label={m.areas_host_series()}
          hint={m.areas_host_series_hint()}
          autoComplete="off"
          optional
        />
        <ChoiceGroup
          meta={fields.asksGuardian}
          legend={m.trust_host_asks_guardian_legend()}
          hint={m.trust_host_asks_guardian_hint()}
          type="checkbox"
          optional
          options={[{ value: 'yes', label: m.trust_host_asks_guardian() }]}
        />
        <div>
          <Button>{m.areas_host_save()}</Button>
        </div>
      </PostForm>
      {programmes ? (
        <p>
          <a href={programmes}>{m.programmes_host_title()}</a>
        </p>
      ) : null}
    </div>
  );
}
