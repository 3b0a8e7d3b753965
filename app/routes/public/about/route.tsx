import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_about_title() }) },
];

export default function About() {
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.public_about_title()} />
      <div className="stack">
        <p>{m.public_about_body_1()}</p>
        <p>{m.public_about_body_2()}</p>
      </div>
      <section className="stack-s">
        <h2>{m.public_about_not_title()}</h2>
        <ul className="dots">
          <li>{m.public_about_not_1()}</li>
          <li>{m.public_about_not_2()}</li>
          <li>{m.public_about_not_3()}</li>
        </ul>
      </section>
      <section className="stack-s">
        <h2>{m.public_about_sources_title()}</h2>
        <p>{m.public_about_sources()}</p>
      </section>
    </div>
  );
}
