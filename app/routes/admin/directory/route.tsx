import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { directoryBound } from '~/auth/policies/directory';
import { findRegion } from '~/domain/regions/find-region.server';
import { entriesToCheck, linesToCheck, type Due } from '~/flows/windows-to-check.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { PageHead } from '~/ui/page-head';
import { placeLabel } from '~/lib/place-label';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.directory_admin_title() }) },
];

type Looked = { lastChecked: string; checkEveryDays: number; validUntil: string | null };

function reasons({ checkEveryDays, validUntil }: Looked, due: Partial<Due>): string {
  return [
    due.over ? m.directory_admin_why_over({ day: formatDay(validUntil!) }) : null,
    due.periods ? m.directory_admin_why_periods() : null,
    due.stale ? m.directory_admin_why_stale({ days: String(checkEveryDays) }) : null,
    due.unverified ? m.directory_admin_why_unverified() : null,
  ]
    .filter(Boolean)
    .join('、');
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, 'operator');
  const { read } = context.store;
  const { day } = jstDates(now());
  const local = await entriesToCheck(read, { within: directoryBound(grants), day });
  const codes = [...new Set(local.map(({ areaCode }) => areaCode))];
  const places = await Promise.all(codes.map((code) => findRegion(read, code)));
  const names = new Map(
    places.flatMap((place) => (place ? [[place.code, placeLabel(place)]] : [])),
  );
  return {
    national: linesToCheck(context.content.directory, day).map(({ line, due }) => ({
      id: line.id,
      name: line.name,
      checked: formatDay(line.lastChecked),
      why: reasons(line, due),
    })),
    local: local.map(({ due, ...entry }) => ({
      id: entry.id,
      name: entry.name,
      area: names.get(entry.areaCode) ?? entry.areaCode,
      to: `/office/areas/${entry.areaCode}/directory`,
      checked: formatDay(entry.lastChecked),
      why: reasons(entry, due),
    })),
  };
}

export default function AdminDirectory() {
  const { national, local } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.directory_admin_title()}
        lead={m.directory_admin_lead()}
        crumbs={[
          { title: m.admin_start_title(), to: '/admin' },
          { title: m.directory_admin_title() },
        ]}
      />
      <section className="stack-s wrapping-table">
        <h2>{m.directory_admin_local()}</h2>
        {local.length === 0 ? (
          <p>{m.directory_admin_none()}</p>
        ) : (
          <DataTable
            caption={m.directory_admin_local()}
            captionHidden
            columns={[
              { title: m.directory_office_name() },
              { title: m.directory_admin_area() },
              { title: m.directory_office_checked() },
              { title: m.directory_admin_why() },
            ]}
            rows={local.map(({ name, area, to, checked, why }) => [
              name,
              <a key="area" href={to}>
                {area}
              </a>,
              <span key="checked" className="whitespace-nowrap">
                {checked}
              </span>,
              why,
            ])}
          />
        )}
      </section>
      <section className="stack-s wrapping-table">
        <h2>{m.directory_admin_national()}</h2>
        {national.length === 0 ? (
          <p>{m.directory_admin_none()}</p>
        ) : (
          <DataTable
            caption={m.directory_admin_national()}
            captionHidden
            columns={[
              { title: m.directory_office_name() },
              { title: m.directory_office_checked() },
              { title: m.directory_admin_why() },
            ]}
            rows={national.map(({ name, checked, why }) => [
              name,
              <span key="checked" className="whitespace-nowrap">
                {checked}
              </span>,
              why,
            ])}
          />
        )}
      </section>
    </div>
  );
}
