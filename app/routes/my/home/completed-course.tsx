import { groupCode } from '~/lib/code';
import { pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { stateWord } from '~/ui/certificate-words';
import { Tag } from '~/ui/tag';
import { useEdition } from '~/ui/use-edition';

type Certificate = {
  id: string;
  code: string;
  number: string;
  state: 'valid' | 'withdrawn' | 'expired';
};

type Completion = {
  id: string;
  title: string;
  isOriginal: boolean;
  hostName: string | null;
  day: string;
  certificate?: Certificate;
};

export function CompletedCourse({
  completion,
  origin,
}: {
  completion: Completion;
  origin: string;
}) {
  const { title, isOriginal, hostName, day, certificate } = completion;
  const edition = useEdition();
  return (
    <Card as="article">
      <h3 lang={edition === 'en' && isOriginal ? 'ja' : undefined}>{title}</h3>
      <div>
        <dl className="facts">
          <dt>{m.my_done_day()}</dt>
          <dd>{day}</dd>
          {hostName ? (
            <>
              <dt>{m.my_done_host()}</dt>
              <dd lang={edition === 'en' ? 'ja' : undefined}>{hostName}</dd>
            </>
          ) : null}
          {certificate ? <CertificateRows certificate={certificate} origin={origin} /> : null}
        </dl>
      </div>
      {certificate ? (
        <p className="row">
          {certificate.state === 'withdrawn' ? null : (
            <ButtonLink to={`/my/certificates/${certificate.id}.pdf`}>
              {m.my_certificate_download()}
              <span className="sr-only">{title}</span>
            </ButtonLink>
          )}
          <ButtonLink to={pathIn(edition, `/my/certificates/${certificate.id}`)} kind="quiet">
            {m.my_certificate_more()}
            <span className="sr-only">{title}</span>
          </ButtonLink>
        </p>
      ) : (
        <p>{m.my_done_no_certificate()}</p>
      )}
    </Card>
  );
}

function CertificateRows({ certificate, origin }: { certificate: Certificate; origin: string }) {
  const address = `${origin}/verify/${groupCode(certificate.code)}`;
  return (
    <>
      <dt>{m.my_certificate_number()}</dt>
      <dd>{certificate.number}</dd>
      <dt>{m.my_certificate_state()}</dt>
      <dd>
        <Tag kind={certificate.state === 'valid' ? 'accent' : 'warm'}>
          {stateWord(certificate.state)}
        </Tag>
      </dd>
      <dt>{m.my_certificate_verify()}</dt>
      <dd>
        <a href={address} hrefLang="ja">
          {address}
        </a>
      </dd>
    </>
  );
}
