import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES } from '~/auth/policies/report';
import { findLostLetters } from '~/documents/cp932.server';
import { fileRows } from '~/documents/table';
import { readAreaReport } from '~/flows/read-area-report.server';
import { reportPath } from '~/flows/report-path';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.office_letters_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...REPORT_ROLES);
  const { searchParams: search } = new URL(request.url);
  const { store, demo } = context;
  const read = await readAreaReport(store.read, {
    place: params,
    search,
    visitor,
    demo,
    at: now(),
  });
  if (!read.ok) throw new Response(null, { status: read.reason === 'not-yours' ? 403 : 404 });
  const { area, fiscalYear, programmeCode } = read.report;
  return {
    area: { name: area.name, path: reportPath(area) },
    query: `?${new URLSearchParams({ year: String(fiscalYear), programme: programmeCode })}`,
    lost: await findLostLetters(fileRows(read.tables)),
  };
}

export default function LostLetters() {
  const { area, query, lost } = useLoaderData<typeof loader>();
  const { path } = area;
  const title = m.office_letters_title();
  const crumbs = [{ title: m.office_title({ area: area.name }), to: path + query }, { title }];
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={title} crumbs={crumbs} />
      {lost.length === 0 ? (
        <Notice kind="done">
          <p>{m.office_letters_none()}</p>
        </Notice>
      ) : (
        <>
          <Notice kind="warm">
            <p>{m.office_letters_lead()}</p>
            <p>{m.office_letters_other()}</p>
          </Notice>
          <DataTable
            caption={m.office_letters_table()}
            columns={[
              { title: m.office_letters_letter() },
              { title: m.office_letters_code_point() },
              { title: m.office_letters_count(), align: 'right' },
              { title: m.office_letters_first_cell() },
            ]}
            rows={lost.map(({ letter, codePoint, count, firstCell }) => [
              letter,
              codePoint,
              count,
              firstCell,
            ])}
          />
        </>
      )}
      <p className="row">
        <ButtonLink
          to={`${path}/report.xlsx${query}`}
          kind={lost.length === 0 ? 'second' : 'first'}
        >
          {m.office_file_xlsx()}
        </ButtonLink>
        <ButtonLink to={`${path}/report.csv${query}`} kind="second">
          {m.office_file_csv()}
        </ButtonLink>
        <ButtonLink
          to={`${path}/report-cp932.csv${query}`}
          kind={lost.length === 0 ? 'first' : 'second'}
        >
          {lost.length === 0 ? m.office_letters_download() : m.office_letters_download_lost()}
        </ButtonLink>
      </p>
      <p>
        <a href={path + query}>{m.office_letters_back()}</a>
      </p>
    </div>
  );
}
