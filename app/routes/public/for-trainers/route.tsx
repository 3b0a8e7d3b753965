import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_trainers_title() }) },
];

export default function ForTrainers() {
  return (
    <div className="wrap stack-l">
      <PageHead title={m.public_trainers_title()} lead={m.public_trainers_lead()} />
      <div className="grid-3">
        <Card as="section">
          <h2>{m.public_trainers_1_title()}</h2>
          <p>{m.public_trainers_1()}</p>
        </Card>
        <Card as="section">
          <h2>{m.public_trainers_2_title()}</h2>
          <p>{m.public_trainers_2()}</p>
        </Card>
        <Card as="section">
          <h2>{m.public_trainers_3_title()}</h2>
          <p>{m.public_trainers_3()}</p>
        </Card>
      </div>
      <Card as="section">
        <h2>{m.practice_example_title()}</h2>
        <p>{m.practice_example_link_note()}</p>
        <p>
          <a className="inline-flex min-h-[44px] items-center" href="/for-trainers/example">
            {m.practice_example_link()}
          </a>
        </p>
      </Card>
      <p>
        <ButtonLink to="/studio">{m.public_trainers_sign_in()}</ButtonLink>
      </p>
    </div>
  );
}
