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
      data-retry={m.offline_retry()}
      data-review={m.offline_news_review()}
      data-to-review={m.offline_handed_review()}
      data-incomplete={m.offline_news_incomplete()}
      data-to-sheet={m.offline_news_to_sheet()}
      data-submitted={m.offline_news_submitted({ questions: '{questions}' })}
      data-changed={m.offline_news_changed({ questions: '{questions}' })}
      data-read={m.offline_news_read()}
      data-read-saved={m.offline_news_read_saved()}
      data-read-questions={m.offline_read_questions()}
      data-read-unknown={m.offline_read_unknown()}
      data-to-lesson={m.offline_news_to_lesson()}
      data-to-end={m.offline_read_on()}
      data-on-device={m.offline_said_device()}
      data-ticked={m.offline_ticked()}
      data-signed-out={m.offline_signed_out()}
      data-left={m.offline_left()}
      data-to-continue={m.offline_to_continue()}
      data-form-not-sent={m.offline_form_not_sent()}
      data-sign-out={m.offline_sign_out({ count: '{count}' })}
    />
  );
}
