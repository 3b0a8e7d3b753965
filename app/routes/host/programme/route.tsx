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
import { HOST_DECISION_ROLES, hostDecisionBound } from '~/auth/policies/organisation';
import { findCourse } from '~/domain/courses/find-course.server';
import { findHostProgramme } from '~/domain/organisations/find-host-programme.server';
import { findOrganisation } from '~/domain/organisations/find-organisation.server';
import { decideProgramme } from '~/flows/decide-programme.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, PostForm, SelectField } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { programmeForm, type ProgrammeFields } from './programme-form';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown?.title ?? m.programmes_host_title() }) },
];

async function findPlace({ params, request, context }: LoaderFunctionArgs) {
  const { grants, personId } = await requireRole(request, context, ...HOST_DECISION_ROLES);
  const within = hostDecisionBound(grants);
  const host = await findOrganisation(context.store.read, { id: params.id!, within });
  const programme = context.content.programmes.find(({ code }) => code === params.code);
  if (!host || !programme) throw new Response(null, { status: 404 });
  return { host, programme, personId };
}

export async function loader(args: LoaderFunctionArgs) {
  const { host, programme } = await findPlace(args);
  const { read } = args.context.store;
  const decided = await findHostProgramme(read, {
    organisationId: host.id,
    programmeCode: programme.code,
  });
  const chosen = decided?.electiveCourseId
    ? await findCourse(read, { id: decided.electiveCourseId })
    : null;
  const elective = programme.parts.find(({ take }) => take === 'one');
  const electives = [];
  for (const slug of elective?.courses ?? []) {
    const course = await findCourse(read, { slug });
    if (course) electives.push({ value: slug, label: course.version.outline.title });
  }
  const { attests } = programme;
  const fields: Partial<ProgrammeFields> = {
    local: decided?.localTitle ?? '',
    attest: decided?.attestTitle ?? attests?.title ?? '',
    elective: chosen?.slug ?? '',
    term: decided?.validMonths ? String(decided.validMonths) : '',
  };
  return {
    id: host.id,
    name: host.name,
    title: programme.title,
    fields,
    attests: attests ? [attests.title, ...attests.otherTitles] : [],
    elective: elective && electives.length > 0 ? { part: elective.name, options: electives } : null,
    hasTerm: programme.renewal !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { host, programme, personId } = await findPlace(args);
  const submission = parseWithZod(await args.request.formData(), { schema: programmeForm });
  if (submission.status !== 'success') return data(submission.reply(), { status: 400 });
  const { local, attest, elective, term } = submission.value;
  const decided = await decideProgramme(args.context.store, {
    host,
    programme,
    localTitle: local ?? null,
    attestTitle: attest ?? null,
    elective: elective ?? null,
    validMonths: term ?? null,
    actorId: personId,
    at: now(),
  });
  if (decided.ok) return redirect(`/hosts/${host.id}/programmes?done=yes`, 303);
  const word =
    decided.field === 'term' ? m.programmes_form_term_wrong() : m.programmes_form_choice_wrong();
  return data(submission.reply({ fieldErrors: { [decided.field]: [word] } }), { status: 400 });
}

export default function HostProgrammePage() {
  const shown = useLoaderData<typeof loader>();
  const { id, name, title, attests, elective } = shown;
  const lastResult = useActionData<typeof action>();
  const [form, fields] = useForm<ProgrammeFields>({
    id: 'programme',
    lastResult,
    defaultValue: shown.fields,
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        lead={m.programmes_form_lead({ title })}
        crumbs={[
          { title: m.programmes_host_title_of({ name }), to: `/hosts/${id}/programmes` },
          { title },
        ]}
      />
      <PostForm form={form} className="stack">
        <Field
          meta={fields.local}
          label={m.programmes_form_local()}
          hint={m.programmes_form_local_hint({ title })}
          autoComplete="off"
          optional
        />
        {attests.length > 0 ? (
          <SelectField
            meta={fields.attest}
            label={m.programmes_form_attest()}
            hint={m.programmes_form_attest_hint()}
            options={attests.map((value) => ({ value, label: value }))}
          />
        ) : null}
        {elective ? (
          <SelectField
            meta={fields.elective}
            label={m.programmes_form_elective({ part: elective.part })}
            hint={m.programmes_form_elective_hint()}
            empty={m.programmes_host_any()}
            options={elective.options}
            optional
          />
        ) : null}
        {shown.hasTerm ? (
          <Field
            meta={fields.term}
            label={m.programmes_form_term()}
            hint={m.programmes_form_term_hint()}
            inputMode="numeric"
            autoComplete="off"
            optional
          />
        ) : null}
        <div>
          <Button>{m.programmes_form_save()}</Button>
        </div>
      </PostForm>
    </div>
  );
}
