import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { hostBound } from '~/auth/policies/host-figures';
import { findOwnOrganisations } from '~/domain/organisations/find-own-organisations.server';
import { findHostFigures } from '~/domain/reporting/find-host-figures.server';
import { findReportedProgrammes } from '~/domain/reporting/find-reported-programmes.server';
import { formatFiscalYear, jstDates, monthsOfFiscalYear, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { hostTables } from './host-tables';

const FIRST_YEAR = 2000;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown ? m.areas_host_title({ name: shown.name }) : '' }) },
];

/** A contact of several hosts chooses with `?of=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, 'host');
  const { read } = context.store;
  const { searchParams } = new URL(request.url);
  const own = await findOwnOrganisations(read, { within: hostBound(grants) });
  const of = searchParams.get('of');
  const organisation = of ? own.find(({ id }) => id === of) : own[0];
  if (!organisation) throw new Response(null, { status: of ? 404 : 403 });

  const { fiscalYear: thisYear, month: thisMonth } = jstDates(now());
  const fiscalYear = Number(searchParams.get('year') ?? thisYear);
  const isYear = Number.isInteger(fiscalYear) && fiscalYear >= FIRST_YEAR && fiscalYear <= thisYear;
  if (!isYear) throw new Response(null, { status: 404 });
  const { cells, years } = await findHostFigures(read, { organisation, fiscalYear });
  const months = monthsOfFiscalYear(fiscalYear).filter((month) => month <= thisMonth);
  const programmes = await findReportedProgrammes(read);
  const shownYears = [...new Set([thisYear, fiscalYear, ...years])].sort((a, b) => b - a);
  return {
    id: organisation.id,
    name: organisation.name,
    others: own.map(({ id, name }) => ({ id, name })),
    year: String(fiscalYear),
    years: shownYears.map((year) => ({ value: String(year), label: formatFiscalYear(year) })),
    ...hostTables(cells, { programmes, months }),
  };
}

export default function HostPage() {
  const shown = useLoaderData<typeof loader>();
  const { id, name, others, total, tables } = shown;
  return (
    <div className="wrap stack-l">
      <PageHead title={m.areas_host_title({ name })} lead={m.areas_host_lead()} />
      {others.length > 1 ? (
        <nav aria-label={m.areas_host_choose_title()}>
          <ul className="dots">
            {others.map((other) => (
              <li key={other.id}>
                {other.id === id ? other.name : <a href={`/host?of=${other.id}`}>{other.name}</a>}
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <form className="row items-end no-print">
        <input type="hidden" name="of" value={id} />
        <div>
          <label className="field-label" htmlFor="year">
            {m.areas_host_year()}
          </label>
          <select className="input" id="year" name="year" defaultValue={shown.year}>
            {shown.years.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button kind="second">{m.areas_host_year_submit()}</Button>
      </form>
      {total ? (
        <dl className="figures">
          <div className="card">
            <dt className="small">{m.areas_host_completions()}</dt>
            <dd className="n">{total.completions}</dd>
          </div>
          <div className="card">
            <dt className="small">{m.areas_host_people()}</dt>
            <dd className="n">{total.people}</dd>
          </div>
        </dl>
      ) : (
        <Notice title={m.areas_host_empty_title()}>
          <p>{m.areas_host_empty()}</p>
        </Notice>
      )}
      {tables.map(({ caption, column, rows, foot }) => (
        <DataTable
          key={caption}
          caption={caption}
          columns={[
            { title: column },
            { title: m.areas_host_completions(), align: 'right' },
            { title: m.areas_host_people(), align: 'right' },
          ]}
          rows={rows}
          foot={[foot]}
        />
      ))}
      <p className="small">{m.areas_host_definition()}</p>
      <p>
        <a href={`/host/names?of=${id}`}>{m.areas_share_title()}</a>
      </p>
      <p>
        <a href={`/hosts/${id}/programmes`}>{m.programmes_host_title()}</a>
      </p>
    </div>
  );
}
