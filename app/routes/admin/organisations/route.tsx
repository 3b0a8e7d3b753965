import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { ORGANISATION_ROLES, organisationBound } from '~/auth/policies/organisation';
import { findOrganisations } from '~/domain/organisations/find-organisations.server';
import { HOST_KINDS, hostKindWord } from '~/flows/region-words';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const SHOWN = 100;
const QUERY_MAX_LENGTH = 100;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.areas_hosts_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...ORGANISATION_ROLES);
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get('q') ?? '').trim().slice(0, QUERY_MAX_LENGTH);
  const found = await findOrganisations(context.store.read, {
    within: organisationBound(grants),
    query,
    limit: SHOWN + 1,
  });
  return {
    query,
    hasMore: found.length > SHOWN,
    hosts: found.slice(0, SHOWN).map(({ id, name, kind, areaName, seriesPrefix }) => ({
      id,
      name,
      kind: kindWord(kind),
      areaName,
      seriesPrefix,
    })),
  };
}

function kindWord(kind: string): string {
  const known = HOST_KINDS.find((one) => one === kind);
  return known ? hostKindWord(known) : '';
}

export default function OrganisationsPage() {
  const { query, hosts, hasMore } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead title={m.areas_hosts_title()} lead={m.areas_hosts_lead()} />
      <p>
        <ButtonLink to="/admin/organisations/new">{m.areas_hosts_add()}</ButtonLink>
      </p>
      <form method="get" role="search" className="stack-s">
        <label className="field-label" htmlFor="q">
          {m.areas_hosts_search()}
        </label>
        <div className="row">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={QUERY_MAX_LENGTH}
          />
          <Button kind="second">{m.areas_hosts_search_submit()}</Button>
        </div>
      </form>
      {hosts.length === 0 ? (
        <Notice>
          <p>{query ? m.areas_hosts_none({ query }) : m.areas_hosts_empty()}</p>
        </Notice>
      ) : (
        <DataTable
          caption={m.areas_hosts_list()}
          columns={[
            { title: m.areas_hosts_name() },
            { title: m.areas_hosts_kind() },
            { title: m.areas_hosts_area() },
            { title: m.areas_hosts_series() },
          ]}
          rows={hosts.map((host) => [
            <a key="name" href={`/admin/organisations/${host.id}`}>
              {host.name}
            </a>,
            host.kind,
            host.areaName,
            host.seriesPrefix,
          ])}
        />
      )}
      {hasMore ? <p className="small">{m.areas_hosts_more({ count: String(SHOWN) })}</p> : null}
    </div>
  );
}
