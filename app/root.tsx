import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { findVisitor } from '~/auth/guards.server';
import { readerWord } from '~/auth/reader-word.server';
import { entryPath } from '~/lib/course-path';
import { editionOfPath, langOf, type Edition } from '~/lib/edition';
import { pathIn } from '~/lib/edition-path';
import {
  findReadingSettings,
  readingAttributes,
  readingIn,
  readingOf,
} from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import styles from '~/styles/app.css?url';
import { DocumentContext } from '~/ui/document-context';
import { HelpBar } from '~/ui/help-bar';
import { LanguageAlternates, LanguageLinks, useLanguages } from '~/ui/language-links';
import { Problem, problemTitle } from '~/ui/problem';
import { SiteFoot } from '~/ui/site-foot';
import { SiteHead, type Place } from '~/ui/site-head';
import { ThisDevice } from '~/ui/this-device';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icons/app-192.png' },
];

export const meta: MetaFunction = ({ error }) => [
  {
    title: m.common_title({
      page: error
        ? problemTitle(isRouteErrorResponse(error) ? error.status : 500)
        : m.common_home(),
    }),
  },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await findVisitor(request, context);
  return {
    visitor: visitor
      ? {
          registered: visitor.registered,
          name: visitor.name,
          shared: visitor.shared,
          reader: readerWord(visitor),
          roles: visitor.grants.map((g) => g.role),
        }
      : null,
    reading: findReadingSettings(request),
    demo: context.demo,
    contentRefusals: context.contentRefusals,
  };
}

type Shown = Awaited<ReturnType<typeof loader>>;

const READS_REPORTS = [
  'municipal-officer',
  'group-officer',
  'prefectural-officer',
  'national-viewer',
  'operator',
] as const;

/** Of one area, but about names. */
const NAMES_PAGES = /^\/office\/areas\/[^/]+\/(people|repeats|merges?|enrol|imports|audit)(\/|$)/;

function placesFor(visitor: Shown['visitor'] | undefined, edition: Edition | null): Place[] {
  const roles = new Set(visitor?.roles ?? []);
  const places: Place[] = [{ title: m.common_nav_learn(), to: entryPath(edition) }];
  if (visitor) places.push({ title: m.common_nav_my(), to: pathIn(edition, '/my') });
  if (READS_REPORTS.some((role) => roles.has(role))) {
    places.push({ title: m.common_nav_report(), to: '/office' });
  }
  if (roles.has('host')) places.push({ title: m.areas_nav_host(), to: '/host' });
  if (roles.has('municipal-officer') || roles.has('prefectural-officer')) {
    places.push({ title: m.people_nav(), to: '/office/people', also: NAMES_PAGES });
  }
  if (roles.has('trainer') || roles.has('operator')) {
    places.push({ title: m.common_nav_studio(), to: '/studio' });
  }
  if (roles.has('operator')) {
    places.push({ title: m.admin_start_title(), to: '/admin', also: /^\/staff(\/|$)/ });
  } else {
    if (roles.has('trainer')) {
      places.push({ title: m.common_nav_certificates(), to: '/admin/certificates' });
    }
    if (roles.has('municipal-officer')) {
      places.push({ title: m.areas_nav_hosts(), to: '/admin/organisations' });
    }
    if (roles.has('municipal-officer') || roles.has('prefectural-officer')) {
      places.push({ title: m.staff_title(), to: '/staff' });
    }
  }
  places.push({ title: m.common_nav_verify(), to: pathIn(edition, '/verify') });
  if (roles.size === 0) places.push({ title: m.common_nav_offices(), to: '/for-offices' });
  return places;
}

function whoIs(visitor: Shown['visitor'] | undefined): string | null {
  if (!visitor) return null;
  return visitor.registered && visitor.name
    ? m.common_signed_in_as({ name: visitor.name })
    : m.common_guest();
}

/** The document around every page, errors included. Pages are complete as they come: React does not run in the browser. */
export function Layout({ children }: { children: ReactNode }) {
  const { entryModule, nonce } = useContext(DocumentContext);
  const shown = useRouteLoaderData<typeof loader>('root');
  const { pathname } = useLocation();
  const edition = editionOfPath(pathname);
  const languages = useLanguages();
  const reading = shown?.reading ?? readingOf('');
  const flush = useMatches().some(
    ({ handle }) => (handle as { flush?: boolean } | undefined)?.flush,
  );
  return (
    <html
      lang={langOf(edition)}
      data-reader={shown ? (shown.visitor?.reader ?? '') : undefined}
      data-device={shown?.visitor?.shared ? 'shared' : undefined}
      {...readingAttributes(readingIn(reading, edition))}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14191c" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
        <LanguageAlternates />
      </head>
      <body>
        <a className="skip-link" href="#main">
          {m.common_skip()}
        </a>
        <HelpBar />
        {shown?.demo ? (
          <aside className="demo-bar" aria-label={m.common_demo_label()}>
            <p className="wrap">{m.common_demo_banner()}</p>
          </aside>
        ) : null}
        <SiteHead
          path={pathname}
          places={placesFor(shown?.visitor, edition)}
          who={whoIs(shown?.visitor)}
          signedIn={shown?.visitor?.registered ?? false}
          shared={shown?.visitor?.shared ?? false}
        />
        {languages ? (
          <div className="wrap">
            <LanguageLinks />
          </div>
        ) : null}
        {shown?.contentRefusals?.length ? <Refusals refusals={shown.contentRefusals} /> : null}
        <ThisDevice />
        <main id="main" tabIndex={-1} className={flush ? 'page flush' : 'page'}>
          {children}
        </main>
        <SiteFoot />
        {import.meta.env.DEV ? <script type="module" src="/@vite/client" nonce={nonce} /> : null}
        <script type="module" src={entryModule} nonce={nonce} />
      </body>
    </html>
  );
}

function Refusals({ refusals }: { refusals: NonNullable<Shown['contentRefusals']> }) {
  return (
    <div className="wrap">
      <div className="notice error" role="alert">
        <p className="notice-title">
          {m.common_content_refused({ count: String(refusals.length) })}
        </p>
        <ul className="dots">
          {refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <Problem status={500} />;
  const { status, data: until } = error;
  return <Problem status={status} until={status === 429 ? String(until ?? '') : ''} />;
}
