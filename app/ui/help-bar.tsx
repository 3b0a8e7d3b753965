import { helpPath } from '~/lib/course-path';
import * as m from '~/paraglide/messages';
import { useEdition } from './use-edition';

/** The first thing on every page: where to turn, and a way out. */
export function HelpBar() {
  return (
    <aside className="help-bar" aria-label={m.common_help_label()}>
      <div className="wrap">
        <a href={helpPath(useEdition())}>{m.common_help_now()}</a>
        <a href="/leave" rel="nofollow" data-enhance="leave-at-once">
          {m.common_leave_now()}
        </a>
      </div>
    </aside>
  );
}
