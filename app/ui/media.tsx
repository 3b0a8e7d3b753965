import type { ReactNode } from 'react';
import { inlineOf, plainText, textOf, type TreeProps } from '~/content/tree';
import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { ReadingText } from './reading-text';

type MediaProps = {
  kind: 'Video' | 'Audio';
  props: TreeProps;
  furigana: boolean;
  /** What is seen and heard, as text. */
  children: ReactNode;
};

/** A film or a sound with the browser's own controls; `enhance/media.ts` adds speed and the place one left at. */
export function Media({ kind, props, furigana, children }: MediaProps) {
  const src = textOf(props, 'src');
  const label = plainText(inlineOf(props, 'title'));
  const controls = { src, controls: true, preload: 'none', 'aria-label': label };
  const title = <ReadingText value={inlineOf(props, 'title')} furigana={furigana} />;
  return (
    <figure
      className="media"
      data-enhance="media"
      data-resume={m.practice_media_resume({ time: '{time}' })}
      data-away={kind === 'Video' ? m.offline_media_film() : m.offline_media_sound()}
      data-speed={m.practice_media_speed()}
      data-times={m.practice_media_times({ speed: '{speed}' })}
    >
      <figcaption>{title}</figcaption>
      {kind === 'Video' ? (
        <video {...controls} playsInline>
          <track
            kind="captions"
            src={textOf(props, 'captions')}
            srcLang={getLocale() === 'en' ? 'en' : 'ja'}
            label={m.practice_media_captions()}
            default
          />
        </video>
      ) : (
        // No browser shows captions of a sound: its words stand below as text.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <audio {...controls} />
      )}
      <details className="media-words" open>
        <summary>{m.practice_media_words()}</summary>
        {children}
      </details>
      <p className="small">
        {m.practice_media_licence()}
        <ReadingText value={inlineOf(props, 'licence')} furigana={false} />
      </p>
    </figure>
  );
}

/** By whom each picture of the lesson is. */
export function Pictures({ children }: { children: ReactNode }) {
  return (
    <ul className="pictures plain small" role="list" aria-label={m.practice_pictures()}>
      {children}
    </ul>
  );
}

export function Picture({ props, children }: { props: TreeProps; children: ReactNode }) {
  const words = m.practice_picture({ by: textOf(props, 'by'), licence: textOf(props, 'licence') });
  const source = textOf(props, 'source');
  return (
    <li>
      {m.practice_picture_of()}
      {children}
      {'　'}
      {source ? (
        <a href={source} rel="noopener noreferrer">
          {words}
        </a>
      ) : (
        words
      )}
    </li>
  );
}
