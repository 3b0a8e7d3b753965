import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_accessibility_title() }) },
];

export default function Accessibility() {
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.public_accessibility_title()} lead={m.public_accessibility_lead()} />
      <section className="stack-s">
        <h2>{m.public_accessibility_goal_title()}</h2>
        <p>{m.public_accessibility_goal()}</p>
      </section>
      <section className="stack-s">
        <h2>{m.public_accessibility_can_title()}</h2>
        <ul className="dots">
          <li>{m.public_accessibility_can_1()}</li>
          <li>{m.public_accessibility_can_2()}</li>
          <li>{m.public_accessibility_can_3()}</li>
          <li>{m.public_accessibility_can_4()}</li>
          <li>{m.public_accessibility_can_5()}</li>
        </ul>
      </section>
      <section className="stack-s">
        <h2>{m.public_accessibility_contact_title()}</h2>
        <p>{m.public_accessibility_contact()}</p>
      </section>
    </div>
  );
}
