import { coursePath } from '~/lib/course-path';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { useEdition } from '~/ui/use-edition';

/** For a learner without an account: what an account would give her, and that it can wait. */
export function WithAnAccount({ slug }: { slug: string }) {
  const edition = useEdition();
  const to = encodeURIComponent(coursePath(edition, slug, 'finish'));
  return (
    <Card as="section">
      <h2>{m.my_finish_guest_title()}</h2>
      <ul className="dots">
        <li>{m.my_finish_guest_1()}</li>
        <li>{m.my_finish_guest_2()}</li>
        <li>{m.my_finish_guest_3()}</li>
      </ul>
      <p className="row">
        <ButtonLink to={`${pathIn(edition, '/join')}?to=${to}`}>
          {m.my_finish_guest_join()}
        </ButtonLink>
        <ButtonLink to={pathIn(edition, '/my/code')} kind="second">
          {m.my_finish_guest_code()}
        </ButtonLink>
      </p>
      <p className="small">{m.my_finish_guest_later()}</p>
    </Card>
  );
}
