import * as m from '~/paraglide/messages';
import { stateWord } from '~/ui/certificate-words';
import { DataTable } from '~/ui/data-table';
import { Tag } from '~/ui/tag';

type Certificate = { number: string; title: string; state: 'valid' | 'withdrawn' | 'expired' };

export function Certificates({ certificates }: { certificates: Certificate[] }) {
  return (
    <section className="stack-s">
      <h2>{m.people_certificates_title()}</h2>
      {certificates.length === 0 ? (
        <p>{m.people_certificates_none()}</p>
      ) : (
        <DataTable
          caption={m.people_certificates_title()}
          captionHidden
          columns={[
            { title: m.people_col_certificate() },
            { title: m.people_col_state() },
            { title: m.people_col_course() },
          ]}
          rows={certificates.map(({ number, title, state }) => [
            number,
            <Tag key="state" kind={state === 'valid' ? 'accent' : 'warm'}>
              {stateWord(state)}
            </Tag>,
            title,
          ])}
        />
      )}
    </section>
  );
}
