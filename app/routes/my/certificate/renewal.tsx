import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { useEdition } from '~/ui/use-edition';

type Props = {
  id: string;
  renewal: { state: 'open' | 'later' | 'begun'; opensOn: string; course: string };
};

/** What to do about the end of a certificate. */
export function Renewal({ id, renewal }: Props) {
  const edition = useEdition();
  return (
    <section className="stack-s" aria-labelledby="renewal">
      <h2 id="renewal">{m.programmes_renew_title()}</h2>
      {renewal.state === 'later' ? (
        <p>{m.programmes_renew_later({ day: renewal.opensOn })}</p>
      ) : null}
      {renewal.state === 'open' ? (
        <form method="post" action={pathIn(edition, `/my/certificates/${id}`)} className="stack-s">
          <p>{m.programmes_renew_open()}</p>
          <Button>{m.programmes_renew_begin()}</Button>
        </form>
      ) : null}
      {renewal.state === 'begun' ? (
        <>
          <p>{m.programmes_renew_begun()}</p>
          <p>
            <ButtonLink to={renewal.course} kind="second">
              {m.programmes_renew_go_on()}
            </ButtonLink>
          </p>
        </>
      ) : null}
    </section>
  );
}
