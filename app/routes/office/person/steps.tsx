import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/notice';

type OfPerson = { path: string; id: string };

/** What an officer can do for a person whom her office enrolled. */
export function Steps(props: OfPerson & { mayMend: boolean; mayGivePassphrase: boolean }) {
  const { path, id, mayMend, mayGivePassphrase } = props;
  const address = `${path}/people/${id}`;
  return (
    <section className="stack-s no-print">
      <h2>{m.people_steps_title()}</h2>
      {mayMend ? (
        <p className="row">
          <ButtonLink to={`${address}/name`} kind="second">
            {m.people_step_name()}
          </ButtonLink>
          {mayGivePassphrase ? (
            <ButtonLink to={`${address}/passphrase`} kind="second">
              {m.people_step_passphrase()}
            </ButtonLink>
          ) : null}
        </p>
      ) : (
        <p>{m.people_steps_none()}</p>
      )}
    </section>
  );
}

type Merge = { id: string; day: string; until: string; mayUndo: boolean };

export function Merges({ path, merges }: { path: string; merges: Merge[] }) {
  if (merges.length === 0) return null;
  return (
    <section className="stack-s">
      <h2>{m.people_merges_title()}</h2>
      <ul className="plain stack-s">
        {merges.map(({ id, day, until, mayUndo }) => (
          <li key={id} className="stack-s">
            <p>
              {m.people_merge_of({ day })}
              {mayUndo ? m.people_merge_until({ until }) : m.people_merge_over()}
            </p>
            {mayUndo ? (
              <p className="no-print">
                <ButtonLink to={`${path}/merges/${id}`} kind="second">
                  {m.people_merge_undo()}
                </ButtonLink>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Repeat = { id: string; name: string; number: string };

export function Repeats({ path, id, repeats }: OfPerson & { repeats: Repeat[] }) {
  if (repeats.length === 0) return null;
  return (
    <Notice kind="warm" title={m.people_repeats_notice()}>
      <ul className="plain stack-s">
        {repeats.map((other) => (
          <li key={other.id}>
            <a href={`${path}/merge?one=${id}&other=${other.id}`}>
              {m.people_repeats_compare({ name: other.name, number: other.number })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
