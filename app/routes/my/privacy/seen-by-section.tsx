import * as m from '~/paraglide/messages';

type SeenBy = {
  registered: boolean;
  enrolled: { place: string; day: string }[];
  shared: { id: string; place: string; from: string }[];
  hosts: string[];
};

/** Everybody whose eyes her name can reach, and nobody else. */
export function SeenBySection({ registered, enrolled, shared, hosts }: SeenBy) {
  return (
    <section className="stack-s" aria-labelledby="seen-by">
      <h2 id="seen-by">{m.trust_see_title()}</h2>
      <ul className="dots">
        <li>{m.trust_see_self()}</li>
        {enrolled.map(({ place, day }) => (
          <li key={place + day}>{m.trust_see_enrolled({ place, day })}</li>
        ))}
        {shared.map(({ id, place, from }) => (
          <li key={id}>{m.trust_see_shared({ place, day: from })}</li>
        ))}
        {hosts.map((host) => (
          <li key={host}>{m.trust_see_host({ host })}</li>
        ))}
        {hosts.length > 0 ? <li>{m.trust_see_paper()}</li> : null}
        {registered ? <li>{m.trust_see_operator()}</li> : null}
        <li>{m.trust_see_counts()}</li>
      </ul>
    </section>
  );
}
