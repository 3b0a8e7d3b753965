import * as m from '~/paraglide/messages';

/** Reads the article around it aloud. Comes into view only where the device can. */
export function ReadAloud() {
  return (
    <div
      className="aloud no-print"
      role="group"
      aria-label={m.reading_aloud()}
      data-enhance="read-aloud"
      data-play={m.reading_aloud_play()}
      data-pause={m.reading_aloud_pause()}
      data-resume={m.reading_aloud_resume()}
      data-said-play={m.reading_aloud_said_play()}
      data-said-pause={m.reading_aloud_said_pause()}
      data-said-stop={m.reading_aloud_said_stop()}
      data-said-trouble={m.reading_aloud_said_trouble()}
      hidden
    >
      <button type="button" className="tool" data-do="play">
        {m.reading_aloud_play()}
      </button>
      <button type="button" className="tool" data-do="previous" hidden>
        {m.reading_aloud_previous()}
      </button>
      <button type="button" className="tool" data-do="next" hidden>
        {m.reading_aloud_next()}
      </button>
      <button type="button" className="tool" data-do="stop" hidden>
        {m.reading_aloud_stop()}
      </button>
      <label className="aloud-speed">
        <span className="small">{m.reading_aloud_speed()}</span>
        <select className="input" defaultValue="1">
          <option value="0.75">{m.reading_aloud_speed_slow()}</option>
          <option value="1">{m.reading_aloud_speed_normal()}</option>
          <option value="1.3">{m.reading_aloud_speed_fast()}</option>
        </select>
      </label>
      <span className="sr-only" aria-live="polite" />
    </div>
  );
}
