import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { LanguageLinks } from './language-links';
import { useEdition } from './use-edition';

export function SiteFoot() {
  const edition = useEdition();
  return (
    <footer className="site-foot">
      <div className="wrap stack-s">
        <p>{m.common_footer_promise()}</p>
        <LanguageLinks atFoot />
        {edition ? <p className="small">{m.editions_rest()}</p> : null}
        <nav aria-label={m.common_footer_label()}>
          <ul>
            <li>
              <a href="/about">{m.common_about()}</a>
            </li>
            <li>
              <a href={pathIn(edition, '/privacy')}>{m.common_privacy()}</a>
            </li>
            <li>
              <a href="/settings/reading">{m.reading_to_settings()}</a>
            </li>
            <li>
              <a href="/accessibility">{m.common_accessibility()}</a>
            </li>
            <li>
              <a href="/for-trainers">{m.common_for_trainers()}</a>
            </li>
            <li>
              <a href="/for-offices">{m.common_nav_offices()}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
