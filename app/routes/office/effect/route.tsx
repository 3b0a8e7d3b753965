import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { REPORT_ROLES } from '~/auth/policies/report';
import { OUTCOMES } from '~/content/questionnaire';
import { agreeing, EFFECT_LINE, outcomeWord } from '~/flows/effect-tables';
import { effectRules, readEffect } from '~/flows/read-effect.server';
import { reportPath } from '~/flows/report-path';
import { formatFiscalYear, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { ShareBars } from '~/ui/share-bars';
import { formatCell } from './format-cell';
import { sectionsOf, type Section, type SectionTable } from './sections';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: m.common_title({
      page: data ? m.questionnaire_effect_title({ area: data.area.name }) : '',
    }),
  },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...REPORT_ROLES);
  const { searchParams: search } = new URL(request.url);
  const read = await readEffect(context, { place: params, search, visitor, at: now() });
  if (!read.ok) throw new Response(null, { status: read.reason === 'not-yours' ? 403 : 404 });
  const { area, fiscalYear, years, programmes, tables } = read;
  const [counts, figures] = [tables.slice(0, 1), tables.slice(1)];
  return {
    area: { name: area.name, path: reportPath(area) },
    fiscalYear,
    years: years.map((year) => ({ year, label: formatFiscalYear(year) })),
    bars: programmes.flatMap(({ title, tallies }) =>
      OUTCOMES.flatMap((id) => {
        const share = agreeing(tallies.after[id]);
        return share === null ? [] : [{ label: `${title} ${outcomeWord(id)}`, share }];
      }),
    ),
    isEmpty: programmes.length === 0,
    counts: counts.map(({ title, columns, rows }) => ({ title, columns, rows })),
    sections: sectionsOf(programmes, figures),
    rules: effectRules(),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function EffectPage() {
  const { area, fiscalYear, years, bars, isEmpty, counts, sections, rules } =
    useLoaderData<typeof loader>();
  const title = m.questionnaire_effect_title({ area: area.name });
  const query = `?year=${fiscalYear}`;
  return (
    <div className="wrap stack-l">
      <PageHead
        title={title}
        lead={m.questionnaire_effect_lead()}
        crumbs={[{ title: m.office_title({ area: area.name }), to: area.path + query }, { title }]}
      />
      <Years years={years} asked={fiscalYear} />
      {isEmpty ? (
        <Notice kind="info" title={m.questionnaire_effect_empty_title()}>
          <p>{m.questionnaire_effect_empty()}</p>
        </Notice>
      ) : (
        <>
          {bars.length > 0 ? (
            <Card as="section">
              <h2>{m.questionnaire_effect_chart_title()}</h2>
              <ShareBars
                label={m.questionnaire_effect_chart_label()}
                line={EFFECT_LINE}
                bars={bars}
              />
            </Card>
          ) : null}
          <section className="stack">
            <div className="row between">
              <h2>{m.office_tables_title()}</h2>
              <div className="row no-print" role="group" aria-label={m.office_files_label()}>
                <ButtonLink to={`${area.path}/effect.xlsx${query}`}>
                  {m.office_file_xlsx()}
                </ButtonLink>
                <ButtonLink to={`${area.path}/effect.csv${query}`} kind="second">
                  {m.office_file_csv()}
                </ButtonLink>
              </div>
            </div>
            {counts.map((table) => (
              <EffectTable key={table.title} table={table} />
            ))}
          </section>
          {sections.map((section) => (
            <ProgrammeEffect key={section.title} section={section} />
          ))}
        </>
      )}
      <section className="stack-s small">
        <h2 className="text-base">{m.questionnaire_effect_rules()}</h2>
        <ul className="dots">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function ProgrammeEffect({ section: { title, tables, hidden } }: { section: Section }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {hidden ? <p>{m.questionnaire_effect_hidden()}</p> : null}
      {hidden
        ? null
        : tables.map((table) =>
            table.hidden ? (
              <p key={table.title}>{m.questionnaire_effect_hidden_table({ table: table.title })}</p>
            ) : (
              <EffectTable
                key={table.title}
                table={{
                  ...table,
                  title: m.questionnaire_effect_of({ table: table.title, programme: title }),
                }}
              />
            ),
          )}
    </section>
  );
}

function EffectTable({ table: { title, columns, rows } }: { table: Omit<SectionTable, 'hidden'> }) {
  return (
    <div className="wrapping-names">
      <DataTable
        caption={title}
        columns={columns.map((column) => ({
          title: column.title,
          align: column.kind === 'text' ? 'left' : 'right',
        }))}
        rows={rows.map((row) => row.map((cell, i) => formatCell(cell, columns[i]!)))}
      />
    </div>
  );
}

function Years({ years, asked }: { years: Shown['years']; asked: number }) {
  return (
    <form className="row items-end no-print" aria-label={m.office_filter_label()}>
      <div>
        <label className="field-label" htmlFor="effect-year">
          {m.office_filter_year()}
        </label>
        <select className="input" id="effect-year" name="year" defaultValue={asked}>
          {years.map(({ year, label }) => (
            <option key={year} value={year}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Button kind="second">{m.office_filter_submit()}</Button>
    </form>
  );
}
