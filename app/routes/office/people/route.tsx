import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { openPeopleDesk, requirePurpose } from '~/flows/people-desk.server';
import { readPeople } from '~/flows/read-people.server';
import { shownPerson } from '~/flows/shown-person';
import { formatFiscalYear, now } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { DeskTabs } from '~/ui/desk-tabs';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { Pagination } from '~/ui/pagination';
import { PeopleFilters } from './people-filters';
import { PeopleList } from './people-list';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: m.common_title({ page: shown ? m.people_title({ area: shown.areaName }) : '' }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const { store } = context;
  const at = now();
  const desk = await openPeopleDesk({ code: params.code!, visitor, context });
  const purpose = requirePurpose(request, { desk, visitor, context });
  const { searchParams: search } = new URL(request.url);
  const read = await readPeople(store.read, { desk, search, whole: false, at });
  if (!read) throw new Response(null, { status: 404 });
  const { people, total, page, pages, asked, years, programmes } = read;
  await store.tx((db) =>
    recordAudit(db, {
      at,
      actorId: visitor.personId,
      action: 'people.list',
      subjectKind: 'area',
      subjectId: desk.areaCode,
      areaCode: desk.areaCode,
      detail: {
        rows: people.length,
        page,
        year: asked.year,
        programme: asked.programme,
        searched: asked.q !== '',
      },
      purpose,
    }),
  );
  const { path, areaCode, areaName, mayTend } = desk;
  return data(
    {
      path,
      areaCode,
      areaName,
      mayTend,
      purpose,
      total,
      page,
      pages,
      asked,
      years: years.map((year) => ({ value: String(year), label: formatFiscalYear(year) })),
      programmes: programmes.map(({ code, title }) => ({ value: code, label: title })),
      people: people.map((person) => shownPerson(person, programmes)),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export default function PeoplePage() {
  const shown = useLoaderData<typeof loader>();
  const { path, areaName, mayTend, purpose, total, page, pages, asked, people } = shown;
  const isFiltered = Object.values(asked).some((value) => value !== '');
  const query = new URLSearchParams(asked);
  const count = m.people_count({ count: total.toLocaleString('ja-JP') });
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.people_title({ area: areaName })}
        lead={m.people_lead({ area: areaName })}
      />
      <DeskTabs path={path} current="people" mayTend={mayTend} />
      <p className="small">
        {m.people_purpose_said({ purpose })}{' '}
        <a href={`${path}/people/purpose`}>{m.people_purpose_change()}</a>
      </p>
      {mayTend ? (
        <p className="row no-print">
          <ButtonLink to={`${path}/enrol`} kind="second">
            {m.people_enrol()}
          </ButtonLink>
          <ButtonLink to={`${path}/imports`} kind="second">
            {m.people_import()}
          </ButtonLink>
        </p>
      ) : null}
      <PeopleFilters years={shown.years} programmes={shown.programmes} asked={asked} />
      {total === 0 ? (
        <Notice role="status" title={isFiltered ? m.people_none_title() : m.people_empty_title()}>
          <p>{isFiltered ? m.people_none() : m.people_empty({ area: areaName })}</p>
        </Notice>
      ) : (
        <>
          <PeopleList path={path} people={people} caption={count} />
          <Pagination
            page={page}
            pages={pages}
            to={(to) => `?${new URLSearchParams({ ...asked, page: String(to) })}`}
          />
          <Files path={path} query={`?${query}`} />
        </>
      )}
    </div>
  );
}

function Files({ path, query }: { path: string; query: string }) {
  return (
    <section className="stack-s no-print" aria-labelledby="files">
      <h2 id="files">{m.people_files_title()}</h2>
      <p>{m.people_files_care()}</p>
      <div className="row">
        <ButtonLink to={`${path}/people.xlsx${query}`} kind="second">
          {m.people_file_xlsx()}
        </ButtonLink>
        <ButtonLink to={`${path}/people.csv${query}`} kind="second">
          {m.people_file_csv()}
        </ButtonLink>
        <ButtonLink to={`${path}/people-cp932.csv${query}`} kind="quiet">
          {m.people_file_cp932()}
        </ButtonLink>
      </div>
      <p className="small">{m.people_file_cp932_hint()}</p>
    </section>
  );
}
