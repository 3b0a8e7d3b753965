import * as m from '~/paraglide/messages';

/** The first thing on every page: where to turn, and a way out. */
export function HelpBar() {
  return (
    <aside className="help-bar" aria-label={m.common_help_label()}>
      <div className="wrap">
        <a href="/help">{m.common_help_now()}</a>
        <a href="/leave" rel="nofollow" data-enhance="leave-at-once">
          {m.common_leave_now()}
        </a>
      </div>
    </aside>
  );
}
