import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { enrolmentBound } from '~/auth/policies/enrolment';
import { REPORT_ROLES } from '~/auth/policies/report';
import { findLostLetters } from '~/documents/cp932.server';
import { fileRows } from '~/documents/table';
import { findEnrollingArea } from '~/domain/regions/find-enrolling-area.server';
import { ALL } from '~/domain/reporting/count-cells';
import { monthNumber, reportDefinitions, reportPeriod } from '~/flows/area-report-tables';
import { readAreaReport } from '~/flows/read-area-report.server';
import { reportPath } from '~/flows/report-path';
import { formatFiscalYear, formatTime, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { BarChart } from '~/ui/bar-chart';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { areaFigures } from './area-figures';
import { AreaNotices, mergedWords } from './area-notices';
import { windowsToTend } from './windows-to-tend.server';
import { ReportFilters } from './report-filters';
import { ReportDataTable } from './report-table';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: data ? m.office_title({ area: data.area.name }) : '' }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...REPORT_ROLES);
  const { searchParams: search } = new URL(request.url);
  const { store, demo } = context;
  const at = now();
  const read = await readAreaReport(store.read, {
    place: params,
    search,
    visitor,
    demo,
    at,
  });
  if (!read.ok) throw new Response(null, { status: read.reason === 'not-yours' ? 403 : 404 });
  const { report, tables, years, programmes, around, recounting } = read;
  const { area, fiscalYear, programmeCode, running, total } = report;

  const asked = { year: String(fiscalYear), programme: programmeCode };
  const year = formatFiscalYear(fiscalYear);
  const period = reportPeriod(report, at);
  const definitions = reportDefinitions(report, at);
  const within = enrolmentBound(visitor.grants);
  const enrolling = await findEnrollingArea(store.read, { code: area.code, within });
  return {
    mayEnrol: enrolling !== null,
    windows: await windowsToTend(store.read, { code: area.code, grants: visitor.grants, at }),
    area: { name: area.name, path: reportPath(area) },
    around: around.map((one) => ({ name: one.name, path: reportPath(one) })),
    merged: mergedWords(report, around, at),
    recounting,
    asked,
    query: `?${new URLSearchParams(asked)}`,
    years: years.map((one) => ({ value: String(one), label: formatFiscalYear(one) })),
    programmes: [
      { value: ALL, label: m.office_filter_all_programmes() },
      ...programmes.map(({ code, title }) => ({ value: code, label: title })),
    ],
    period: running
      ? m.office_as_of({ year, ...period, time: formatTime(at) })
      : m.office_whole_year({ year, ...period }),
    definitions: [...definitions.figures, definitions.lastYear],
    counted: definitions.counted,
    isEmpty: total.completions === 0 && total.lastYear === 0,
    figures: areaFigures(report),
    chart: {
      now: year,
      before: formatFiscalYear(fiscalYear - 1),
      pairs: report.byMonth.map(({ month, completions, lastYear }) => ({
        label: m.office_month({ month: monthNumber(month) }),
        now: completions,
        before: lastYear,
      })),
    },
    tables: tables.map(({ title, columns, rows }) => ({ title, columns, rows })),
    lostCount: (await findLostLetters(fileRows(tables))).length,
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AreaReportPage() {
  const shown = useLoaderData<typeof loader>();
  const { area, around, query, period, counted, figures, chart, isEmpty } = shown;
  const title = m.office_title({ area: area.name });
  const crumbs = [
    ...around.map(({ path, name }) => ({
      title: m.office_title({ area: name }),
      to: path + query,
    })),
    { title },
  ];
  return (
    <div className="wrap stack-l">
      <div className="stack-s">
        <PageHead title={title} crumbs={around.length > 0 ? crumbs : undefined} />
        <p className="small">
          {period}
          {counted}
        </p>
        {shown.mayEnrol || shown.windows ? (
          <p className="row no-print">
            {shown.mayEnrol ? (
              <>
                <a href={`${area.path}/imports`}>{m.imports_title()}</a>
                <a href={`${area.path}/enrol`}>{m.imports_to_enrol()}</a>
              </>
            ) : null}
            {shown.windows ? <a href={`${area.path}/directory`}>{shown.windows}</a> : null}
          </p>
        ) : null}
      </div>
      <p className="no-print">
        <a href={`${area.path}/effect?year=${shown.asked.year}`}>{m.questionnaire_effect_link()}</a>
      </p>
      <AreaNotices {...shown} />
      <ReportFilters years={shown.years} programmes={shown.programmes} asked={shown.asked} />
      {isEmpty ? (
        <Notice kind="info" title={m.office_empty_title()}>
          <p>{m.office_empty_body()}</p>
        </Notice>
      ) : (
        <>
          <dl className="figures">
            {figures.map((figure) => (
              <div className="card" key={figure.title}>
                <dt className="small">{figure.title}</dt>
                <dd className="n">{figure.value}</dd>
                <dd className="small">{figure.note}</dd>
              </div>
            ))}
          </dl>
          <Card as="section">
            <h2>{m.office_chart_title()}</h2>
            <BarChart
              {...chart}
              label={m.office_chart_label({ year: chart.now, before: chart.before })}
              scrollLabel={m.office_chart_scroll()}
            />
          </Card>
          <Tables {...shown} />
        </>
      )}
    </div>
  );
}

function Tables({ area, query, tables, definitions, lostCount }: Shown) {
  return (
    <section className="stack">
      <div className="row between">
        <h2>{m.office_tables_title()}</h2>
        <Files path={area.path} query={query} lostCount={lostCount} />
      </div>
      {tables.map((table) => (
        <ReportDataTable key={table.title} table={table} query={query} />
      ))}
      <ul className="dots small">
        {definitions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Files({ path, query, lostCount }: { path: string; query: string; lostCount: number }) {
  return (
    <div className="row no-print" role="group" aria-label={m.office_files_label()}>
      <ButtonLink to={`${path}/report.xlsx${query}`}>{m.office_file_xlsx()}</ButtonLink>
      <ButtonLink to={`${path}/report.csv${query}`} kind="second">
        {m.office_file_csv()}
      </ButtonLink>
      {lostCount === 0 ? (
        <ButtonLink to={`${path}/report-cp932.csv${query}`} kind="quiet">
          {m.office_file_cp932()}
        </ButtonLink>
      ) : (
        <ButtonLink to={`${path}/letters${query}`} kind="quiet">
          {m.office_file_cp932_lost({ count: String(lostCount) })}
        </ButtonLink>
      )}
    </div>
  );
}
