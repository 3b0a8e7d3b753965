import type { Lesson } from '~/content/lesson';
import * as m from '~/paraglide/messages';
import { useEdition } from '~/ui/use-edition';

/** Where what is said comes from, with the line to look at. The anchors are what a citation links to. */
export function Sources({ sources }: { sources: Lesson['sources'] }) {
  const edition = useEdition();
  if (sources.length === 0) return null;
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{m.course_sources()}</h2>
      <dl>
        {sources.map(({ id, document, at, year, url }) => {
          const text = m.course_source_year({ document, at, year: String(year) });
          return (
            <div key={id} id={`source-${id}`} className="flex gap-2">
              <dt>{id}</dt>
              {/* Documents keep the names they were published under. */}
              <dd lang={edition === 'en' ? 'ja' : undefined}>
                {url ? (
                  <a href={url} rel="noopener noreferrer">
                    {text}
                  </a>
                ) : (
                  text
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
