import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { grantBound, STAFF_ROLES } from '~/auth/policies/staff';
import { findGrantsWithin } from '~/domain/people/find-grants-within.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { PageHead } from '~/ui/page-head';
import { Pagination } from '~/ui/pagination';
import { roleLabel } from '~/ui/role-label';
import { rolePlace } from '~/ui/role-place';
import { StaffTabs } from '~/ui/staff-tabs';

const SHOWN = 50;
const QUERY_MAX_LENGTH = 100;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.staff_title() }) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...STAFF_ROLES);
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get('q') ?? '').slice(0, QUERY_MAX_LENGTH);
  const asked = Number(searchParams.get('page') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const { grants, total } = await findGrantsWithin(context.store.read, {
    within: grantBound(visitor.grants),
    query,
    at: now(),
    limit: SHOWN,
    offset: (page - 1) * SHOWN,
  });
  const pages = Math.max(1, Math.ceil(total / SHOWN));
  if (page > pages) throw redirect(addressOf(query, pages));
  return {
    query,
    page,
    pages,
    total,
    rows: grants.map((grant) => ({
      id: grant.id,
      name: grant.name ?? '',
      role: roleLabel(grant.role),
      place: rolePlace(grant),
      by: grant.grantedBy === null ? m.staff_by_setting_up() : grant.grantedByName,
      from: formatDay(jstDates(grant.fromAt).day),
      until: grant.untilAt && formatDay(jstDates(new Date(grant.untilAt.getTime() - 1)).day),
    })),
  };
}

function addressOf(query: string, page: number): string {
  return `/staff?${new URLSearchParams({ ...(query ? { q: query } : {}), page: String(page) })}`;
}

export default function StaffList() {
  const { query, page, pages, total, rows } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead title={m.staff_title()} lead={m.staff_lead()} />
      <StaffTabs current="list" />
      <form method="get" className="row" role="search">
        <label htmlFor="q" className="block">
          {m.staff_search()}
        </label>
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={QUERY_MAX_LENGTH}
        />
        <Button kind="second">{m.staff_search_button()}</Button>
        {query ? (
          <ButtonLink to="/staff" kind="quiet">
            {m.staff_search_clear()}
          </ButtonLink>
        ) : null}
      </form>
      {rows.length === 0 ? (
        <p>{query ? m.staff_none_found() : m.staff_none()}</p>
      ) : (
        <section className="stack-s wrapping-table">
          <p role="status">{m.staff_count({ count: String(total) })}</p>
          <DataTable
            caption={m.staff_caption()}
            captionHidden
            columns={[
              { title: m.staff_col_name() },
              { title: m.staff_col_role() },
              { title: m.staff_col_place() },
              { title: m.staff_col_from() },
              { title: m.staff_col_until() },
              { title: m.staff_col_by() },
            ]}
            rows={rows.map((row) => [
              <a key={row.id} href={`/staff/${row.id}`}>
                {row.name}
              </a>,
              row.role,
              row.place,
              row.from,
              row.until ?? m.staff_no_end(),
              row.by ?? m.staff_by_unknown(),
            ])}
          />
        </section>
      )}
      <Pagination page={page} pages={pages} to={(one) => addressOf(query, one)} />
    </div>
  );
}
