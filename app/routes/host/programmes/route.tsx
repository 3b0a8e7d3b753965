import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { HOST_DECISION_ROLES, hostDecisionBound } from '~/auth/policies/organisation';
import { findCourse } from '~/domain/courses/find-course.server';
import { findHostProgrammes } from '~/domain/organisations/find-host-programmes.server';
import { findOrganisation } from '~/domain/organisations/find-organisation.server';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  {
    title: m.common_title({
      page: shown ? m.programmes_host_title_of({ name: shown.name }) : m.programmes_host_title(),
    }),
  },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...HOST_DECISION_ROLES);
  const { read } = context.store;
  const within = hostDecisionBound(grants);
  const host = await findOrganisation(read, { id: params.id!, within });
  if (!host) throw new Response(null, { status: 404 });
  const decisions = await findHostProgrammes(read, { organisationId: host.id });
  const programmes = [];
  for (const { code, title, attests, renewal, parts } of context.content.programmes) {
    const decided = decisions.find(({ programmeCode }) => programmeCode === code);
    const elective = decided?.electiveCourseId
      ? await findCourse(read, { id: decided.electiveCourseId })
      : null;
    const chosen = elective?.version.outline.title ?? m.programmes_host_any();
    const months = decided?.validMonths;
    programmes.push({
      code,
      title,
      local: decided?.localTitle ?? m.programmes_host_same(),
      attest: decided?.attestTitle ?? attests?.title ?? m.programmes_host_no_attest(),
      elective: parts.some(({ take }) => take === 'one') ? chosen : m.programmes_host_no_elective(),
      term:
        renewal && months
          ? m.programmes_host_term_of({ months: String(months) })
          : m.programmes_host_no_term(),
    });
  }
  const isContact = !grants.some(({ role }) => role !== 'host');
  return {
    id: host.id,
    name: host.name,
    programmes,
    back: isContact
      ? { title: m.programmes_host_back_own(), to: `/host?of=${host.id}` }
      : { title: m.programmes_host_back(), to: `/admin/organisations/${host.id}` },
    isSaved: new URL(request.url).searchParams.has('done'),
  };
}

export default function HostProgrammesPage() {
  const { id, name, programmes, back, isSaved } = useLoaderData<typeof loader>();
  const title = m.programmes_host_title_of({ name });
  return (
    <div className="wrap stack-l">
      <PageHead title={title} lead={m.programmes_host_lead()} crumbs={[back, { title }]} />
      {isSaved ? (
        <Notice kind="done" role="status">
          <p>{m.programmes_host_saved()}</p>
        </Notice>
      ) : null}
      <DataTable
        caption={m.programmes_host_table()}
        columns={[
          { title: m.programmes_host_programme() },
          { title: m.programmes_host_local() },
          { title: m.programmes_host_attest() },
          { title: m.programmes_host_elective() },
          { title: m.programmes_host_term() },
          { title: m.programmes_host_change() },
        ]}
        rows={programmes.map((programme) => [
          programme.title,
          programme.local,
          programme.attest,
          programme.elective,
          programme.term,
          <a
            key="change"
            href={`/hosts/${id}/programmes/${programme.code}`}
            aria-label={m.programmes_host_change_of({ title: programme.title })}
          >
            {m.programmes_host_change()}
          </a>,
        ])}
      />
    </div>
  );
}
