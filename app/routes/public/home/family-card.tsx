import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Tag } from '~/ui/tag';

type Programme = {
  code: string;
  title: string;
  role: string;
  minutes: number;
  live: boolean;
  /** The course that can be taken here now, if there is one. */
  course: string | null;
};

const titles = {
  gatekeeper: m.public_home_family_gatekeeper,
  tsunagari: m.public_home_family_tsunagari,
  kokoro: m.public_home_family_kokoro,
};
export type Family = keyof typeof titles;
export const FAMILIES: Family[] = ['gatekeeper', 'tsunagari', 'kokoro'];

/** One of the three roles, with its programmes from the shortest on. */
export function FamilyCard({ family, programmes }: { family: Family; programmes: Programme[] }) {
  const [first] = programmes;
  if (!first) return null;
  return (
    <Card as="li" className="family-card">
      <p className="row">
        {programmes.some(({ course }) => course) ? (
          <Tag kind="accent">{first.live ? m.programmes_home_prepare() : m.public_home_now()}</Tag>
        ) : null}
        {first.live ? <Tag kind="warm">{m.public_home_live()}</Tag> : null}
        {programmes.some(({ course, live }) => course ?? live) ? null : (
          <Tag>{m.public_home_soon()}</Tag>
        )}
      </p>
      <h3>{titles[family]()}</h3>
      <p>{first.role}</p>
      <ul className="plain small">
        {programmes.map(({ code, title, minutes }) => (
          <li key={code}>
            <a href={`/programmes/${code}`}>
              {m.public_home_step_of({ title, minutes: String(minutes) })}
            </a>
          </li>
        ))}
      </ul>
      <p className="card-end">
        {first.course ? (
          <ButtonLink kind="second" to={`/courses/${first.course}`}>
            {first.live
              ? m.programmes_home_begin_prepare({ title: titles[family]() })
              : m.public_home_begin({ title: titles[family]() })}
          </ButtonLink>
        ) : (
          <ButtonLink
            kind="second"
            to={`/programmes/${first.code}`}
            aria-label={`${titles[family]()} ${m.public_home_programme_open()}`}
          >
            {m.public_home_programme_open()}
          </ButtonLink>
        )}
      </p>
    </Card>
  );
}
