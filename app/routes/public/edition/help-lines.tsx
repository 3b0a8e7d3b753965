import { helpPath } from '~/lib/course-path';
import { telephoneLink } from '~/lib/telephone';
import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { useEdition } from '~/ui/use-edition';

type Line = {
  id: string;
  name: string;
  number: string | undefined;
  url: string | undefined;
  spoken: string[];
};

/** The lines under the names they answer with; what else is known of them is on the page of all. */
export function HelpLines({ lines }: { lines: Line[] }) {
  return (
    <section className="stack" id="help">
      <h2>{m.editions_help_title()}</h2>
      <Notice kind="care">
        <p>{m.editions_help_danger()}</p>
      </Notice>
      <p>{m.editions_help()}</p>
      <ul className="plain stack-s">
        {lines.map(({ id, name, number, url, spoken }) => (
          <li key={id}>
            <span lang="ja">{name}</span>
            <br />
            {number ? (
              <a className="help-number" href={telephoneLink(number)}>
                {number}
              </a>
            ) : null}
            {url ? (
              <a href={url} rel="noreferrer">
                {url}
              </a>
            ) : null}
            {spoken.length > 0 ? (
              <p className="small">
                {m.editions_help_languages()} <span lang="ja">{spoken.join('、')}</span>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={helpPath(useEdition())}>{m.editions_help_all()}</a>
      </p>
    </section>
  );
}
