import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { AUDIT_ROLES, auditBound } from '~/auth/policies/audit';
import { findAuditArea } from '~/domain/audit/find-audit-area.server';
import { findActorRoles } from '~/domain/audit/find-actor-roles.server';
import { findAreaLooks } from '~/domain/audit/find-area-looks.server';
import { actionWord, actorRoleWords } from '~/flows/audit-words';
import { auditTime } from '~/flows/read-audit.server';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const PER_PAGE = 50;
const LAST_PAGE = 2000;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown ? m.audit_area_title({ area: shown.area.name }) : '' }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { grants } = await requireRole(request, context, ...AUDIT_ROLES);
  const { read } = context.store;
  const area = await findAuditArea(read, { code: params.code!, within: auditBound(grants) });
  if (!area) throw new Response(null, { status: 404 });
  const asked = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '', 10);
  const page = Math.min(Math.max(asked || 1, 1), LAST_PAGE);
  const looks = await findAreaLooks(read, {
    area,
    limit: PER_PAGE + 1,
    offset: (page - 1) * PER_PAGE,
  });
  const rows = (await findActorRoles(read, looks.slice(0, PER_PAGE))).map((look) => ({
    stamp: look.at.toISOString(),
    at: auditTime(look.at),
    actor: look.actorName ?? (look.actorId ? m.audit_actor_gone() : m.audit_actor_service()),
    roles: actorRoleWords(look.roles),
    action: actionWord(look.action),
    purpose: look.purpose,
    rows: look.rows?.toLocaleString('ja-JP') ?? null,
    isOwn: look.isOwn,
  }));
  return data(
    {
      area: { code: area.code, name: area.name },
      page,
      hasMore: looks.length > PER_PAGE,
      rows,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function AreaAuditPage() {
  const shown = useLoaderData<typeof loader>();
  const { area, rows } = shown;
  const title = m.audit_area_title({ area: area.name });
  return (
    <div className="wrap stack-l">
      <PageHead
        title={title}
        lead={m.audit_area_lead()}
        crumbs={[
          { title: m.office_title({ area: area.name }), to: `/office/areas/${area.code}` },
          { title },
        ]}
      />
      {rows.length > 0 ? (
        <Looks {...shown} />
      ) : (
        <Notice title={m.audit_area_empty_title()}>
          <p>{m.audit_area_empty()}</p>
        </Notice>
      )}
    </div>
  );
}

function Looks({ area, page, hasMore, rows }: Shown) {
  const address = (to: number) => `/office/areas/${area.code}/audit${to > 1 ? `?page=${to}` : ''}`;
  return (
    <section className="stack">
      <div className="wrapping-table">
        <DataTable
          caption={m.audit_area_caption()}
          captionHidden
          columns={[
            { title: m.audit_col_at() },
            { title: m.audit_col_actor() },
            { title: m.audit_col_action() },
            { title: m.audit_col_purpose() },
            { title: m.audit_col_count(), align: 'right' as const },
          ]}
          rows={rows.map((row) => [
            <time key="at" dateTime={row.stamp} className="inline-block min-w-[8rem]">
              {row.at}
            </time>,
            <span key="actor" className="inline-block min-w-[8rem]">
              {row.actor}
              {row.roles ? <span className="small block">{row.roles}</span> : null}
            </span>,
            row.action,
            <span key="purpose" className="inline-block min-w-[12rem]">
              {row.purpose ?? m.audit_purpose_none()}
            </span>,
            row.rows ?? (row.isOwn ? '' : m.audit_area_wider()),
          ])}
        />
      </div>
      {page > 1 || hasMore ? (
        <nav className="pages" aria-label={m.common_pages()}>
          <ul>
            {page > 1 ? (
              <li>
                <ButtonLink to={address(page - 1)} kind="second" rel="prev">
                  {m.audit_page_newer()}
                </ButtonLink>
              </li>
            ) : null}
            {hasMore ? (
              <li>
                <ButtonLink to={address(page + 1)} kind="second" rel="next">
                  {m.audit_page_older()}
                </ButtonLink>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </section>
  );
}
