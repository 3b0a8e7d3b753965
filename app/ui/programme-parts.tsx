import * as m from '~/paraglide/messages';
import { Card } from './card';
import { Tag } from './tag';

type Part = {
  name: string;
  minutes: number;
  take: 'all' | 'one';
  anyOf: boolean;
  courses: { slug: string; title: string | null; finished: boolean }[];
};

/** What a programme asks to be learned here, part by part, with what is done. `chosenBy`: the host that chose the elective. */
export function ProgrammeParts({ parts, chosenBy }: { parts: Part[]; chosenBy: string | null }) {
  return (
    <section className="stack" aria-labelledby="parts">
      <h2 id="parts">{m.programmes_parts_title()}</h2>
      {parts.map(({ name, minutes, take, anyOf, courses }) => (
        <Card as="article" key={name}>
          <h3>{m.programmes_part({ name, minutes: String(minutes) })}</h3>
          {anyOf ? <p>{m.programmes_part_any()}</p> : null}
          {take === 'one' && !anyOf && chosenBy ? (
            <p>{m.programmes_part_chosen({ host: chosenBy })}</p>
          ) : null}
          <ul className="plain">
            {courses.map(({ slug, title, finished }) => (
              <li key={slug} className="row">
                {title ? (
                  <a className="tool-link" href={`/courses/${slug}`}>
                    {title}
                  </a>
                ) : (
                  <Tag>{m.programmes_course_soon()}</Tag>
                )}
                {finished ? <Tag kind="accent">{m.programmes_course_done()}</Tag> : null}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </section>
  );
}
