import { entryPath } from '~/lib/course-path';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { BrandMark } from './brand-mark';
import { useEdition } from './use-edition';

export type Place = {
  title: string;
  to: string;
  /** Pages that belong to this place though their address begins otherwise. */
  also?: RegExp;
};

type SiteHeadProps = {
  path: string;
  places: Place[];
  /** "髙﨑 𠮷美 さん", "登録せずに受講中", or null for a visitor. */
  who: string | null;
  signedIn: boolean;
  /** Other people use this device too: signing out leaves nothing behind. */
  shared: boolean;
};

/** Where a page belongs: to the place that names it, else to the one its address begins with. */
function placeOf(path: string, places: Place[]): string | undefined {
  const named = places.find(({ also }) => also?.test(path));
  const begun = places.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return (named ?? begun.sort((a, b) => b.to.length - a.to.length)[0])?.to;
}

function Places({ path, places, signedIn, shared }: Omit<SiteHeadProps, 'who'>) {
  const edition = useEdition();
  const here = placeOf(path, places);
  return (
    <ul>
      {places.map(({ title, to }) => (
        <li key={to}>
          <a href={to} aria-current={to === here ? 'page' : undefined}>
            {title}
          </a>
        </li>
      ))}
      <li>
        {signedIn ? (
          <form method="post" action={pathIn(edition, '/sign-out')}>
            {shared ? <input type="hidden" name="leave" value="nothing" /> : null}
            <button>{shared ? m.entry_leave_nothing() : m.common_sign_out()}</button>
          </form>
        ) : (
          <a href={pathIn(edition, '/sign-in')}>{m.common_sign_in()}</a>
        )}
      </li>
    </ul>
  );
}

export function SiteHead({ path, places, who, signedIn, shared }: SiteHeadProps) {
  return (
    <header className="site-head">
      <div className="wrap">
        <a className="brand" href={entryPath(useEdition())}>
          <BrandMark />
          {m.common_brand()}
        </a>
        {who ? <span className="small">{who}</span> : null}
        <nav className="site-nav wide" aria-label={m.common_nav_label()}>
          <Places path={path} places={places} signedIn={signedIn} shared={shared} />
        </nav>
        <details className="site-menu">
          <summary>{m.common_menu()}</summary>
          <nav className="site-nav" aria-label={m.common_nav_label()}>
            <Places path={path} places={places} signedIn={signedIn} shared={shared} />
          </nav>
        </details>
      </div>
    </header>
  );
}
