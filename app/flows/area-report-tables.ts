import type { Cell, Column, ReportTable } from '~/documents/table';
import { AUDIENCE_CLASSES } from '~/domain/people/audience-classes';
import { ALL } from '~/domain/reporting/count-cells';
import type { Figures } from '~/domain/reporting/figures-of';
import type { AreaReport } from '~/domain/reporting/find-area-report.server';
import type { ReportedProgramme } from '~/domain/reporting/find-reported-programmes.server';
import { formatDay, formatFiscalYear, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { audienceLabel } from './audience-label';

type Made = {
  programmes: ReportedProgramme[];
  at: Date;
  madeBy: string | null;
  demo: boolean;
};

const TEXT_WIDTH = 30;
const NUMBER_WIDTH = 10;

const text = (title: string, width = TEXT_WIDTH): Column => ({ title, width, kind: 'text' });
const number = (title: string): Column => ({
  title,
  width: Math.max(NUMBER_WIDTH, title.length * 2 + 2),
  kind: 'number',
});
const figureColumns = () => [
  number(m.office_column_completions()),
  number(m.office_column_people()),
  number(m.office_column_last_year()),
  number(m.office_column_difference()),
];

function figureCells({ completions, people, lastYear }: Figures): Cell[] {
  return [completions, people, lastYear, completions - lastYear];
}

/** "2026-04" → "4" */
export function monthNumber(month: string): string {
  return String(Number(month.slice(5)));
}

/** The tables of a report, each under the same head and with its total as the last row. Screen and files are made from these. */
export function areaReportTables(report: AreaReport, made: Made): ReportTable[] {
  const head = reportHead(report, made);
  return [monthTable(report), programmeTable(report, made), partTable(report)].flatMap((table) =>
    table && table.rows.length > 1 ? [{ ...table, head }] : [],
  );
}

type Headless = Omit<ReportTable, 'head'>;

function monthTable({ byMonth, total }: AreaReport): Headless {
  const known: string[] = [...AUDIENCE_CLASSES];
  const audiences = [
    ...known,
    ...Object.keys(total.byAudience).filter((code) => !known.includes(code)),
  ];
  const cells = (label: string, figures: AreaReport['total']): Cell[] => [
    label,
    ...figureCells(figures),
    ...audiences.map((code) => figures.byAudience[code] ?? 0),
  ];
  return {
    title: m.office_table_months(),
    columns: [
      text(m.office_column_month(), NUMBER_WIDTH),
      ...figureColumns(),
      ...audiences.map((code) => number(audienceLabel(code))),
    ],
    rows: [
      ...byMonth.map((figures) =>
        cells(m.office_month({ month: monthNumber(figures.month) }), figures),
      ),
      cells(m.office_total(), total),
    ],
  };
}

function programmeTable({ byProgramme, total }: AreaReport, { programmes }: Made): Headless {
  const figuresOf = new Map(byProgramme.map((figures) => [figures.programmeCode, figures]));
  const none = { completions: 0, people: 0, lastYear: 0 };
  const rows = byProgramme.length === 0 ? [] : programmes;
  return {
    title: m.office_table_programmes(),
    columns: [text(m.office_column_programme()), ...figureColumns()],
    rows: [
      ...rows.map(({ code, title }) => [title, ...figureCells(figuresOf.get(code) ?? none)]),
      [m.office_total(), ...figureCells(total)],
    ],
  };
}

function partTable({ area, parts, total }: AreaReport): Headless {
  const [title, column] = partWords(area.kind);
  return {
    title,
    columns: [text(column), text(m.office_column_code(), NUMBER_WIDTH), ...figureColumns()],
    rows: [
      ...parts.map((part) => [partName(part), part.code, ...figureCells(part)]),
      [m.office_total(), hasCode(area) ? area.code : null, ...figureCells(total)],
    ],
  };
}

function partWords(kind: AreaReport['area']['kind']): [title: string, column: string] {
  if (kind === 'nation') return [m.office_table_prefectures(), m.office_column_prefecture()];
  if (kind === 'designated-city') return [m.office_table_wards(), m.office_column_ward()];
  if (kind === 'group') return [m.office_table_members(), m.office_column_municipality()];
  if (kind === 'prefecture')
    return [m.office_table_municipalities(), m.office_column_municipality()];
  return [m.office_table_merged(), m.office_column_municipality()];
}

function partName({ name, until }: AreaReport['parts'][number]): string {
  return until === null ? name : m.office_part_until({ name, day: westernDay(until) });
}

function hasCode({ kind }: AreaReport['area']): boolean {
  return kind !== 'nation' && kind !== 'group';
}

/** First and last day of what is counted. */
export function reportPeriod(
  { fiscalYear, running }: AreaReport,
  at: Date,
): { from: string; until: string } {
  const until = running ? jstDates(at).day : `${fiscalYear + 1}-03-31`;
  return { from: westernDay(`${fiscalYear}-04-01`), until: westernDay(until) };
}

export function westernDay(day: string): string {
  const [year, month, date] = day.split('-').map((part) => String(Number(part)));
  return m.office_day({ year: year!, month: month!, day: date! });
}

/** How completions and people are counted, and what "last year" means, sentence by sentence. */
export function reportDefinitions({ running, area, parts }: AreaReport, at: Date) {
  const [, month, day] = jstDates(at).day.split('-').map(Number);
  return {
    counted: m.office_definition(),
    figures: [
      m.office_definition_counts(),
      m.office_definition_sums(),
      ...(area.kind === 'designated-city' ? [m.office_definition_wards()] : []),
      ...(area.kind === 'group' ? [m.office_definition_group()] : []),
      ...(parts.some(({ until }) => until !== null) ? [m.office_definition_merged()] : []),
    ],
    lastYear: running
      ? m.office_definition_last_year_running({ month: String(month), day: String(day) })
      : m.office_definition_last_year(),
  };
}

function reportHead(
  report: AreaReport,
  { programmes, at, madeBy, demo }: Made,
): ReportTable['head'] {
  const { area, fiscalYear, programmeCode, running } = report;
  const period = reportPeriod(report, at);
  const { counted, figures, lastYear } = reportDefinitions(report, at);
  const made = { day: formatDay(jstDates(at).day), time: formatTime(at) };
  const programme = programmes.find(({ code }) => code === programmeCode);
  return [
    [
      m.office_head_area(),
      hasCode(area)
        ? m.office_head_area_value({ area: area.fullName, code: area.code })
        : area.name,
    ],
    [m.office_head_year(), formatFiscalYear(fiscalYear)],
    [
      m.office_head_period(),
      running ? m.office_head_period_running(period) : m.office_head_period_whole(period),
    ],
    [
      m.office_head_programme(),
      programmeCode === ALL || !programme ? m.office_filter_all_programmes() : programme.title,
    ],
    [m.office_head_definition(), counted],
    [m.office_head_counts(), figures.join('')],
    [m.office_head_last_year(), lastYear],
    [m.office_head_made_at(), m.office_head_made_at_value(made)],
    ...(madeBy ? [[m.office_head_made_by(), madeBy] as [string, string]] : []),
    ...(demo ? [[m.office_head_demo(), m.office_head_demo_value()] as [string, string]] : []),
  ];
}
