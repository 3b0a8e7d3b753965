import type { ShownWindow } from '~/lib/shown-window';
import { telephoneLink } from '~/lib/telephone';
import * as m from '~/paraglide/messages';
import { Card } from './card';
import { Tag } from './tag';
import { useEdition } from './use-edition';

/** Whatever authors and officers wrote is Japanese; said where the page is not. */
function useOriginalLang(): 'ja' | undefined {
  return useEdition() === 'en' ? 'ja' : undefined;
}

export function CallLink({ window }: { window: Pick<ShownWindow, 'name' | 'number'> }) {
  const { name, number } = window;
  if (!number) return null;
  return (
    <a className="help-number" href={telephoneLink(number)}>
      {number}
      <span className="sr-only"> {m.directory_call({ name })}</span>
    </a>
  );
}

export function OpenNow({ window }: { window: Pick<ShownWindow, 'now' | 'mayDifferOnHolidays'> }) {
  const { now, mayDifferOnHolidays } = window;
  if (!now) return null;
  return (
    <p className="row">
      <Tag kind={now.isOpen ? 'accent' : 'plain'}>{now.words}</Tag>
      {mayDifferOnHolidays ? <span className="small">{m.directory_holidays()}</span> : null}
    </p>
  );
}

/** All that is known of a window: what is needed to reach it first. */
export function HelpWindow({ window }: { window: ShownWindow }) {
  const lang = useOriginalLang();
  const { name, isTranslated, url, languages, source, verified } = window;
  const facts: [string, string | null, boolean][] = [
    [m.directory_for(), window.forWhom, isTranslated],
    [m.directory_hours(), window.hours, false],
    [m.directory_find(), window.find, false],
    [m.directory_address(), window.address, false],
    [m.directory_charge(), window.charge, false],
    [m.directory_languages(), languages, false],
  ];
  return (
    <Card as="li">
      <h4 className="m-0 text-lg font-bold" lang={isTranslated ? undefined : lang}>
        {name}
      </h4>
      <CallLink window={window} />
      {url ? (
        <p>
          <a href={url} rel="noreferrer">
            {url}
            <span className="sr-only"> {m.directory_page_of({ name })}</span>
          </a>
        </p>
      ) : null}
      <OpenNow window={window} />
      <dl className="facts">
        {facts.flatMap(([label, value, translated]) =>
          value
            ? [
                <dt key={label}>{label}</dt>,
                <dd key={`${label}-is`} lang={translated ? undefined : lang}>
                  {value}
                </dd>,
              ]
            : [],
        )}
      </dl>
      {window.note ? <p lang={lang}>{window.note}</p> : null}
      {window.isStale ? <p className="small">{m.directory_stale()}</p> : null}
      <p className="row small">
        <span>
          {verified === false
            ? m.directory_copied({ day: window.checkedOn })
            : m.directory_checked({ day: window.checkedOn })}
        </span>
        {verified === null ? null : (
          <Tag kind={verified ? 'accent' : 'warm'}>
            {verified ? m.directory_verified() : m.directory_unverified()}
          </Tag>
        )}
      </p>
      {source ? (
        <details className="small">
          <summary>{m.directory_more()}</summary>
          <p lang={lang}>{m.directory_source({ source })}</p>
        </details>
      ) : null}
    </Card>
  );
}
