import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_offices_title() }) },
];

export default function ForOffices() {
  return (
    <div className="wrap stack-l">
      <PageHead title={m.public_offices_title()} lead={m.public_offices_lead()} />
      <div className="grid-3">
        <Card as="section">
          <h2>{m.public_offices_1_title()}</h2>
          <p>{m.public_offices_1()}</p>
        </Card>
        <Card as="section">
          <h2>{m.public_offices_2_title()}</h2>
          <p>{m.public_offices_2()}</p>
        </Card>
        <Card as="section">
          <h2>{m.public_offices_3_title()}</h2>
          <p>{m.public_offices_3()}</p>
        </Card>
      </div>
      <p>
        <ButtonLink to="/office">{m.public_offices_sign_in()}</ButtonLink>
      </p>
    </div>
  );
}
