import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { useEdition } from '~/ui/use-edition';

type Demo = { label: string; identifier: string; password: string };

export function DemoSignIns({ demo }: { demo: Demo[] }) {
  const edition = useEdition();
  return (
    <section className="stack-s">
      <h2>{m.account_demo_title()}</h2>
      <p>{m.account_demo_lead()}</p>
      <ul className="stack-s list-none p-0 m-0">
        {demo.map(({ label, identifier, password }) => (
          <li key={identifier}>
            <form method="post" action={pathIn(edition, '/sign-in')} className="row">
              <input type="hidden" name="identifier" value={identifier} />
              <input type="hidden" name="password" value={password} />
              <Button kind="second">{m.account_demo_as({ role: label })}</Button>
              <span className="small">{m.account_demo_words({ identifier, password })}</span>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
