import * as m from '~/paraglide/messages';

type AtTheEndProps = { certificate: string | null; rightShare: number; live: boolean };

/** What one gets, and what for. */
export function AtTheEnd({ certificate, rightShare, live }: AtTheEndProps) {
  const attests = live ? m.course_end_attests_live : m.course_end_attests;
  return (
    <section className="stack-s">
      <h2>{m.course_end_title()}</h2>
      <p>{certificate ? attests({ title: certificate }) : m.course_end_none()}</p>
      <p>
        {rightShare > 0
          ? m.course_end_rule({ share: String(Math.round(rightShare * 100)) })
          : m.course_end_rule_any()}
      </p>
      {live && !certificate ? <p>{m.course_end_live()}</p> : null}
    </section>
  );
}
