import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.trust_erased_title() }) },
];

export default function Erased() {
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.trust_erased_title()} lead={m.trust_erased_lead()} />
      <p>{m.trust_erased_certificates()}</p>
      <p>{m.trust_erased_again()}</p>
      <p>
        <ButtonLink to="/">{m.trust_erased_home()}</ButtonLink>
      </p>
    </div>
  );
}
