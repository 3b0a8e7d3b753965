import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { certificateScope } from '~/auth/policies/certificate';
import { certificateState } from '~/domain/certificates/certificate-state';
import { findCertificatesMatching } from '~/domain/certificates/find-certificates-matching.server';
import { noteCertificateLooks } from '~/flows/note-certificate-looks.server';
import { formatDay, jstDates, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { stateWord } from '~/ui/certificate-words';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';

const PER_PAGE = 50;
const QUERY_MAX_LENGTH = 100;
const LAST_PAGE = 200;

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.admin_certificates_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, grants } = await requireRole(request, context, 'trainer', 'operator');
  const { searchParams } = new URL(request.url);
  const query = (searchParams.get('q') ?? '').trim().slice(0, QUERY_MAX_LENGTH);
  const page = Math.min(
    Math.max(Number.parseInt(searchParams.get('page') ?? '', 10) || 1, 1),
    LAST_PAGE,
  );
  const scope = certificateScope(grants);
  const found = await findCertificatesMatching(context.store.read, {
    query,
    scope,
    limit: PER_PAGE + 1,
    offset: (page - 1) * PER_PAGE,
  });
  const at = now();
  const certificates = found.slice(0, PER_PAGE);
  const searched = query !== '';
  const look = { certificates, actorId: personId, searched, page, at };
  await noteCertificateLooks(context.store, look);
  const today = jstDates(at).day;
  return data(
    {
      query,
      page,
      seesAll: scope === 'all',
      hasMore: found.length > PER_PAGE && page < LAST_PAGE,
      certificates: certificates.map(({ issuedOn, ...certificate }) => ({
        id: certificate.id,
        number: certificate.number,
        holderName: certificate.holderName,
        holderKana: certificate.holderKana,
        courseTitle: certificate.courseTitle,
        hostName: certificate.hostName,
        issued: formatDay(issuedOn),
        state: certificateState(certificate, today),
      })),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CertificatesPage() {
  const shown = useLoaderData<typeof loader>();
  const { query, seesAll, certificates } = shown;
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.admin_certificates_title()}
        lead={seesAll ? m.admin_certificates_lead_all() : m.admin_certificates_lead_own()}
      />
      <form method="get" role="search" className="stack-s">
        <label className="field-label" htmlFor="q">
          {m.admin_search_label()}
        </label>
        <p className="field-hint" id="q-hint">
          {m.admin_search_hint()}
        </p>
        <div className="row">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={QUERY_MAX_LENGTH}
            aria-describedby="q-hint"
            autoComplete="off"
          />
          <Button>{m.admin_search()}</Button>
          {query ? (
            <ButtonLink to="/admin/certificates" kind="quiet">
              {m.admin_search_clear()}
            </ButtonLink>
          ) : null}
        </div>
      </form>
      {certificates.length > 0 ? <Found {...shown} /> : <None query={query} />}
    </div>
  );
}

function Found({ query, page, hasMore, certificates }: Shown) {
  const pageAddress = (to: number) => `?${new URLSearchParams({ q: query, page: String(to) })}`;
  const caption = query ? m.admin_results_for({ query }) : m.admin_results_caption();
  return (
    <>
      <DataTable
        caption={caption}
        columns={[
          m.admin_col_number(),
          m.admin_col_holder(),
          m.admin_col_kana(),
          m.admin_col_state(),
          m.admin_col_issued(),
          m.admin_col_course(),
          m.admin_col_host(),
        ].map((title) => ({ title }))}
        rows={certificates.map((certificate) => [
          <a
            key="number"
            className="inline-block min-w-[7.5rem]"
            href={`/admin/certificates/${certificate.id}`}
          >
            {certificate.number}
          </a>,
          certificate.holderName,
          certificate.holderKana,
          <Tag key="state" kind={certificate.state === 'valid' ? 'accent' : 'warm'}>
            {stateWord(certificate.state)}
          </Tag>,
          certificate.issued,
          certificate.courseTitle,
          certificate.hostName,
        ])}
      />
      {page > 1 || hasMore ? (
        <nav className="pages" aria-label={m.common_pages()}>
          <ul>
            {page > 1 ? (
              <li>
                <ButtonLink to={pageAddress(page - 1)} kind="second" rel="prev">
                  {m.admin_page_previous()}
                </ButtonLink>
              </li>
            ) : null}
            {hasMore ? (
              <li>
                <ButtonLink to={pageAddress(page + 1)} kind="second" rel="next">
                  {m.admin_page_next()}
                </ButtonLink>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </>
  );
}

function None({ query }: { query: string }) {
  if (query === '') {
    return (
      <Notice title={m.admin_empty_title()}>
        <p>{m.admin_empty()}</p>
      </Notice>
    );
  }
  return (
    <Notice title={m.admin_results_none_title()} role="status">
      <p>{m.admin_results_none()}</p>
    </Notice>
  );
}
