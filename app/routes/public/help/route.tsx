import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findVisitor } from '~/auth/guards.server';
import { findPerson } from '~/domain/people/find-person.server';
import { helpSearch, readHelpAsked, searchHelp } from '~/flows/search-help.server';
import { now } from '~/lib/clock';
import { helpPath } from '~/lib/course-path';
import { findEdition, type Languages } from '~/lib/edition';
import * as m from '~/paraglide/messages';
import { wayWord, worryWord } from '~/ui/directory-words';
import { CallLink, HelpWindow, OpenNow } from '~/ui/help-window';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { SearchForm } from './search-form';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.directory_help_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const asked = readHelpAsked(new URL(request.url).searchParams);
  const { read } = context.store;
  const visitor = await findVisitor(request, context);
  const person = visitor ? await findPerson(read, { id: visitor.personId }) : null;
  const { place, ...found } = await searchHelp(read, {
    asked,
    directory: context.content.directory,
    ownCode: person?.municipalityCode ?? null,
    edition,
    at: now(),
  });
  const search = helpSearch(asked);
  const path = helpPath(edition);
  const languages: Languages = {
    ja: helpPath(null) + search,
    easy: helpPath('easy') + search,
    en: helpPath('en') + search,
  };
  const shown = {
    ...found,
    asked,
    path,
    languages,
    isSearch: search !== '',
    places: found.places.map(({ code, label }) => ({
      label,
      to: `${path}${helpSearch({ ...asked, place: code })}#results`,
    })),
    hasLocal: place !== null && found.groups.some(({ id }) => id === 'town'),
  };
  // Her own town is nobody else's business.
  return data(shown, { headers: visitor ? { 'Cache-Control': 'no-store' } : {} });
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Help() {
  const shown = useLoaderData<typeof loader>();
  const { asked, path, placeName, urgent } = shown;
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.directory_help_title()} lead={m.directory_help_lead()} />
      <Notice kind="care" title={m.directory_danger_title()}>
        <p>{m.directory_danger()}</p>
      </Notice>
      {urgent.length > 0 ? (
        <section className="stack-s" aria-labelledby="urgent">
          <h2 id="urgent">{m.directory_urgent_title()}</h2>
          <ul className="plain stack">
            {urgent.map((window) => (
              <li key={window.id}>
                <p className="font-bold">{window.name}</p>
                <CallLink window={window} />
                <OpenNow window={window} />
              </li>
            ))}
          </ul>
          <p>{m.directory_busy()}</p>
        </section>
      ) : null}
      <SearchForm path={path} asked={asked} placeName={placeName} />
      <Results {...shown} />
      <p className="small">{m.directory_unverified_note()}</p>
    </div>
  );
}

function foundWords({ asked, placeName, isOwn, count }: Shown): string {
  const words = [
    asked.worry ? worryWord(asked.worry) : null,
    asked.way ? wayWord(asked.way) : null,
    isOwn ? null : placeName,
  ].filter(Boolean);
  return words.length > 0
    ? m.directory_found_for({ asked: words.join('・'), count: String(count) })
    : m.directory_found({ count: String(count) });
}

function Results(shown: Shown) {
  const { asked, path, groups, count, placeName, isOwn, isSearch, places } = shown;
  return (
    <section className="stack" aria-labelledby="results">
      <h2 id="results" tabIndex={-1}>
        {isSearch ? m.directory_results_title() : m.directory_all_title()}
      </h2>
      <div role="status" className="stack-s">
        <p>{count > 0 ? foundWords(shown) : m.directory_none()}</p>
        {shown.isUnknown ? <p>{m.directory_place_unknown({ words: asked.place })}</p> : null}
        {placeName && isOwn && shown.hasLocal ? (
          <p>{m.directory_place_own({ area: placeName })}</p>
        ) : null}
        {placeName && !isOwn && !shown.hasLocal && !asked.worry && !asked.way ? (
          <p>{m.directory_place_none_yet({ area: placeName })}</p>
        ) : null}
      </div>
      {places.length > 0 ? (
        <nav aria-label={m.directory_place_several()}>
          <p>{m.directory_place_several()}</p>
          <ul className="dots" lang="ja">
            {places.map(({ label, to }) => (
              <li key={to}>
                <a className="inline-flex min-h-[44px] items-center" href={to}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {count === 0 ? <NextWhenNone path={path} /> : null}
      {groups.map(({ id, title, lead, lines }) => (
        <section key={id} className="stack" aria-labelledby={`group-${id}`}>
          <h3 id={`group-${id}`}>{title}</h3>
          {lead ? <p>{lead}</p> : null}
          <ul className="plain stack">
            {lines.map((window) => (
              <HelpWindow key={window.id} window={window} />
            ))}
          </ul>
        </section>
      ))}
      {isSearch && count > 0 ? (
        <p>
          <a href={path}>{m.directory_search_clear()}</a>
        </p>
      ) : null}
    </section>
  );
}

function NextWhenNone({ path }: { path: string }) {
  return (
    <div className="stack-s">
      <p>{m.directory_none_next()}</p>
      <ul className="dots">
        <li>
          <a href="#search">{m.directory_none_less()}</a>
        </li>
        <li>
          <a href="#urgent">{m.directory_none_line()}</a>
        </li>
        <li>{m.directory_none_office()}</li>
      </ul>
      <p>
        <a href={path}>{m.directory_search_clear()}</a>
      </p>
    </div>
  );
}
