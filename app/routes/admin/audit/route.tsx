import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { auditBound } from '~/auth/policies/audit';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { AUDIT_FIELDS, auditSearch, readAuditFilter } from '~/flows/audit-filter';
import { AUDIT_ACTIONS } from '~/flows/audit-words';
import { readAudit } from '~/flows/read-audit.server';
import { now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { AuditFilters } from './audit-filters';

const PER_PAGE = 50;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.audit_title() }) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, grants } = await requireRole(request, context, 'operator');
  const { searchParams } = new URL(request.url);
  const { typed, filter, errors } = readAuditFilter(searchParams);
  const before = Number.parseInt(searchParams.get('before') ?? '', 10) || undefined;
  const isWrong = Object.keys(errors).length > 0;
  const rows = isWrong
    ? []
    : await readAudit(context.store.read, {
        ...filter,
        within: auditBound(grants),
        limit: PER_PAGE + 1,
        ...(before && { before }),
      });
  const shown = rows.slice(0, PER_PAGE);
  if (!isWrong) {
    await context.store.tx((db) =>
      recordAudit(db, {
        at: now(),
        actorId: personId,
        action: 'audit.view',
        subjectKind: 'audit',
        subjectId: 'log',
        areaCode: filter.areaCode,
        detail: { rows: shown.length, by: AUDIT_FIELDS.filter((name) => typed[name]) },
      }),
    );
  }
  const actions = Object.entries(AUDIT_ACTIONS).map(([value, word]) => ({ value, label: word() }));
  return data(
    {
      ...{ typed, errors, actions, rows: shown },
      isFirst: !before,
      // Every look at this page adds a row, so pages are told apart by the row they begin behind.
      next: rows.length > PER_PAGE ? shown.at(-1)!.id : null,
    },
    { status: isWrong ? 400 : 200, headers: { 'Cache-Control': 'no-store' } },
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AuditPage() {
  const shown = useLoaderData<typeof loader>();
  const { typed, errors, actions, rows } = shown;
  const isSearch = AUDIT_FIELDS.some((name) => typed[name]);
  const isWrong = Object.keys(errors).length > 0;
  return (
    <div className="wrap stack-l">
      <PageHead title={m.audit_title()} lead={m.audit_lead()} />
      <nav className="row no-print" aria-label={m.audit_also()}>
        <ButtonLink to="/admin/retention" kind="quiet">
          {m.audit_retention_title()}
        </ButtonLink>
        <ButtonLink to="/admin/personal-file" kind="quiet">
          {m.audit_file_title()}
        </ButtonLink>
      </nav>
      <AuditFilters typed={typed} errors={errors} actions={actions} isSearch={isSearch} />
      {isWrong ? null : rows.length > 0 ? <Rows {...shown} /> : <None isSearch={isSearch} />}
    </div>
  );
}

function Rows({ typed, isFirst, next, rows }: Shown) {
  return (
    <section className="stack">
      <div className="row between">
        <h2>{m.audit_rows_title()}</h2>
        <ButtonLink to={`/admin/audit.csv${auditSearch(typed)}`} kind="second">
          {m.audit_download()}
        </ButtonLink>
      </div>
      <div className="wrapping-table">
        <DataTable
          caption={m.audit_rows_caption()}
          captionHidden
          columns={[
            m.audit_col_at(),
            m.audit_col_actor(),
            m.audit_col_action(),
            m.audit_col_area(),
            m.audit_col_purpose(),
            m.audit_col_subject(),
          ].map((title) => ({ title }))}
          rows={rows.map((row) => [
            <time key="at" dateTime={row.stamp} className="inline-block min-w-[8rem]">
              {row.at}
            </time>,
            <Two key="actor" first={row.actor} second={row.roles || row.actorNumber} />,
            <Two key="action" first={row.action} second={row.count} />,
            row.area ?? m.audit_area_none(),
            <span key="purpose" className="block w-56">
              {row.purpose ?? m.audit_purpose_none()}
            </span>,
            <Two key="subject" first={row.subject} second={row.detail} />,
          ])}
        />
      </div>
      {isFirst && !next ? null : (
        <nav className="pages" aria-label={m.common_pages()}>
          <ul>
            {isFirst ? null : (
              <li>
                <ButtonLink to={`/admin/audit${auditSearch(typed)}`} kind="second">
                  {m.audit_page_newest()}
                </ButtonLink>
              </li>
            )}
            {next ? (
              <li>
                <ButtonLink to={`/admin/audit${auditSearch(typed, next)}`} kind="second" rel="next">
                  {m.audit_page_older()}
                </ButtonLink>
              </li>
            ) : null}
          </ul>
        </nav>
      )}
    </section>
  );
}

function Two({ first, second }: { first: string; second: string | null }) {
  return (
    <span className="block w-44 [overflow-wrap:anywhere]">
      {first}
      {second ? <span className="small block">{second}</span> : null}
    </span>
  );
}

function None({ isSearch }: { isSearch: boolean }) {
  return (
    <Notice title={isSearch ? m.audit_none_title() : m.audit_empty_title()} role="status">
      <p>{isSearch ? m.audit_none() : m.audit_empty()}</p>
    </Notice>
  );
}
