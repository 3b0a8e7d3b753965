import type { Programme } from '~/content/library';
import * as m from '~/paraglide/messages';

type Props = {
  programme: Pick<
    Programme,
    'role' | 'audience' | 'minutes' | 'attests' | 'teaching' | 'knownAs' | 'renewal' | 'followUp'
  >;
};

/** What a programme is, in the words of its data. */
export function Facts({ programme }: Props) {
  const { role, audience, minutes, attests, teaching, knownAs, renewal, followUp } = programme;
  return (
    <section className="stack-s" aria-labelledby="about">
      <h2 id="about">{m.programmes_about_title()}</h2>
      <dl className="facts told">
        <dt>{m.public_programme_role()}</dt>
        <dd>{role}</dd>
        <dt>{m.public_programme_audience()}</dt>
        <dd>{audience}</dd>
        <dt>{m.public_programme_length()}</dt>
        <dd>{m.public_home_minutes({ minutes: String(minutes) })}</dd>
        <dt>{m.programmes_teaching()}</dt>
        <dd>
          {teaching.text}
          <span className="block small font-normal break-words">
            {m.programmes_source({ source: teaching.source })}
          </span>
        </dd>
        <dt>{m.public_programme_attests()}</dt>
        <dd>
          {attests
            ? m.public_programme_attests_some({ title: attests.title })
            : m.public_programme_attests_none()}
        </dd>
        {renewal ? (
          <>
            <dt>{m.programmes_renewal()}</dt>
            <dd>{renewal.note}</dd>
          </>
        ) : null}
        {followUp ? (
          <>
            <dt>{m.programmes_followup()}</dt>
            <dd>
              {m.programmes_followup_of({
                months: String(followUp.afterMonths),
                reminders: String(followUp.reminders),
              })}
            </dd>
          </>
        ) : null}
        {knownAs.length > 0 ? (
          <>
            <dt>{m.programmes_known_as()}</dt>
            <dd>
              {knownAs.map(({ host, title, source }) => (
                <span className="block" key={host}>
                  {m.programmes_known_as_of({ host, title })}
                  <span className="block small font-normal break-words">
                    {m.programmes_source({ source })}
                  </span>
                </span>
              ))}
              <span className="block small font-normal break-words">
                {m.programmes_known_as_note()}
              </span>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
