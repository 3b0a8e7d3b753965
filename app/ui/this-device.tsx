import * as m from '~/paraglide/messages';

/** Where a page says what concerns this device: that it comes from it, and what became of what waited here. */
export function ThisDevice() {
  return (
    <div
      className="wrap stack-s this-device no-print"
      hidden
      role="status"
      data-enhance="this-device"
      data-kept-copy={m.offline_kept_copy({ time: '{time}' })}
      data-review={m.offline_news_review()}
      data-to-review={m.offline_handed_review()}
      data-incomplete={m.offline_news_incomplete()}
      data-to-sheet={m.offline_news_to_sheet()}
      data-submitted={m.offline_news_submitted({ questions: '{questions}' })}
      data-changed={m.offline_news_changed({ questions: '{questions}' })}
      data-read={m.offline_news_read()}
      data-sign-out={m.offline_sign_out({ count: '{count}' })}
    />
  );
}
