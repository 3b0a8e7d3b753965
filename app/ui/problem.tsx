import { entryPath } from '~/lib/course-path';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from './button';
import { useEdition } from './use-edition';

const words: Record<number, { title: () => string; body: () => string }> = {
  403: { title: m.common_error_403_title, body: m.common_error_403_body },
  404: { title: m.common_error_404_title, body: m.common_error_404_body },
  405: { title: m.common_error_405_title, body: m.common_error_405_body },
  429: { title: m.common_error_429_title, body: m.common_error_429_body },
  500: { title: m.common_error_500_title, body: m.common_error_500_body },
};

export function problemTitle(status: number): string {
  return (words[status] ?? words[500]!).title();
}

/** What a page says instead, by HTTP status. `until` is the time from which on it may be tried again. */
export function Problem({ status, until = '' }: { status: number; until?: string }) {
  const { title, body } = words[status] ?? words[500]!;
  const edition = useEdition();
  return (
    <div className="wrap narrow stack">
      <h1>{title()}</h1>
      <p>{until ? m.account_slow_down({ time: until }) : body()}</p>
      <p className="row">
        <ButtonLink to={entryPath(edition)} kind="second">
          {m.common_back_home()}
        </ButtonLink>
        {status === 403 ? (
          <ButtonLink to={pathIn(edition, '/sign-in')} kind="second">
            {m.common_sign_in()}
          </ButtonLink>
        ) : null}
      </p>
    </div>
  );
}
