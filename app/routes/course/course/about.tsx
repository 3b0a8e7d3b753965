import * as m from '~/paraglide/messages';

/** For whom the course is, and what one becomes. */
export function About({ audience, role }: { audience: string; role: string | null }) {
  return (
    <>
      <section className="stack-s">
        <h2>{m.course_for_whom()}</h2>
        <p>{audience}</p>
      </section>
      {role ? (
        <section className="stack-s">
          <h2>{m.course_role()}</h2>
          <p>{role}</p>
        </section>
      ) : null}
    </>
  );
}
