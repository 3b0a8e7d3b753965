import type { MetaFunction } from '@remix-run/node';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_privacy_title() }) },
];

export default function Privacy() {
  return (
    <div className="wrap stack-l">
      <PageHead title={m.public_privacy_title()} lead={m.public_privacy_lead()} />
      <div className="wrapping-table">
        <DataTable
          caption={m.public_privacy_table()}
          columns={[
            { title: m.public_privacy_col_what() },
            { title: m.public_privacy_col_why() },
            { title: m.public_privacy_col_who() },
          ]}
          rows={[
            [m.public_privacy_name(), m.public_privacy_name_why(), m.public_privacy_name_who()],
            [m.public_privacy_place(), m.public_privacy_place_why(), m.public_privacy_place_who()],
            [m.public_privacy_class(), m.public_privacy_class_why(), m.public_privacy_class_who()],
            [m.public_privacy_mail(), m.public_privacy_mail_why(), m.public_privacy_mail_who()],
            [
              m.public_privacy_learning(),
              m.public_privacy_learning_why(),
              m.public_privacy_learning_who(),
            ],
          ]}
        />
      </div>
      <section className="stack-s">
        <h2>{m.public_privacy_not_title()}</h2>
        <p>{m.public_privacy_not()}</p>
      </section>
      <section className="stack-s">
        <h2>{m.public_privacy_cookie_title()}</h2>
        <p>{m.public_privacy_cookie()}</p>
      </section>
    </div>
  );
}
