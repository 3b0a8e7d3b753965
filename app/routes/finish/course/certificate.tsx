import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { useEdition } from '~/ui/use-edition';

type Issued = { id: string; host: string; number: string; withdrawn: boolean } | null;

export function Certificate({ certificate }: { certificate: Issued }) {
  const edition = useEdition();
  return (
    <Card as="section">
      <h2>{m.my_finish_certificate_title()}</h2>
      {certificate ? (
        <p>{m.my_finish_certificate({ host: certificate.host, number: certificate.number })}</p>
      ) : (
        <p>{m.my_finish_no_certificate()}</p>
      )}
      {certificate && edition ? <p>{m.editions_certificate_original()}</p> : null}
      <p className="row">
        {certificate && !certificate.withdrawn ? (
          <ButtonLink to={`/my/certificates/${certificate.id}.pdf`}>
            {m.my_certificate_download()}
          </ButtonLink>
        ) : null}
        {certificate ? (
          <ButtonLink to={pathIn(edition, `/my/certificates/${certificate.id}`)} kind="second">
            {m.my_certificate_more()}
          </ButtonLink>
        ) : null}
        <ButtonLink to={pathIn(edition, '/my')} kind="quiet">
          {m.my_finish_my()}
        </ButtonLink>
      </p>
    </Card>
  );
}
