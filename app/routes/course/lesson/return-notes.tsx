import * as m from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import type { LessonReturn } from './find-return.server';

/** For somebody who was here before: how far she read, and that the lesson changed. Neither moves her anywhere. */
export function ReturnNotes({ place, renewal, here }: LessonReturn & { here: string }) {
  return (
    <>
      {renewal ? (
        <Notice title={m.reading_changed_title()}>
          <p>{renewal.done ? m.reading_changed_done() : m.reading_changed_opened()}</p>
          <p>
            <a className="tool-link" href={`${here}/changes`}>
              {m.reading_changed_link()}
            </a>
          </p>
        </Notice>
      ) : null}
      {place ? (
        <Notice title={m.reading_place_title()}>
          {place.changed ? <p>{m.reading_place_changed()}</p> : null}
          <p>
            <a className="tool-link" href={`#b-${place.block}`}>
              {place.changed
                ? m.reading_place_link_heading({ words: place.words })
                : m.reading_place_link({ words: place.words })}
            </a>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
