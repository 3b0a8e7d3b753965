import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { retentionWords } from '~/flows/find-retention.server';
import { findEdition } from '~/lib/edition';
import { languagesAt } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.public_privacy_title() }) },
];

export function loader({ params, context }: LoaderFunctionArgs) {
  findEdition(params);
  const { retention } = context.content;
  const languages = languagesAt('/privacy');
  return { languages, periods: retention ? retentionWords(retention) : [] };
}

/** What, why, who sees it, until when. */
function held(): string[][] {
  return [
    [
      m.public_privacy_name(),
      m.public_privacy_name_why(),
      m.public_privacy_name_who(),
      m.trust_policy_until_erased(),
    ],
    [
      m.public_privacy_place(),
      m.public_privacy_place_why(),
      m.public_privacy_place_who(),
      m.trust_policy_until_erased(),
    ],
    [
      m.public_privacy_class(),
      m.public_privacy_class_why(),
      m.public_privacy_class_who(),
      m.trust_policy_until_erased(),
    ],
    [
      m.public_privacy_mail(),
      m.public_privacy_mail_why(),
      m.public_privacy_mail_who(),
      m.trust_policy_until_erased(),
    ],
    [
      m.public_privacy_learning(),
      m.public_privacy_learning_why(),
      m.public_privacy_learning_who(),
      m.trust_policy_learning_until(),
    ],
    [
      m.questionnaire_privacy(),
      m.questionnaire_privacy_why(),
      m.questionnaire_privacy_who(),
      m.questionnaire_privacy_until(),
    ],
    [
      m.questionnaire_privacy_later(),
      m.questionnaire_privacy_later_why(),
      m.questionnaire_privacy_later_who(),
      m.questionnaire_privacy_later_until(),
    ],
    [
      m.directory_privacy_step(),
      m.directory_privacy_step_why(),
      m.directory_privacy_step_who(),
      m.trust_policy_until_erased(),
    ],
    [
      m.trust_policy_share(),
      m.trust_policy_share_why(),
      m.trust_policy_share_who(),
      m.trust_policy_share_until(),
    ],
    [
      m.trust_policy_looks(),
      m.trust_policy_looks_why(),
      m.trust_policy_looks_who(),
      m.trust_policy_looks_until(),
    ],
  ];
}

export default function Privacy() {
  const edition = useEdition();
  const { periods } = useLoaderData<typeof loader>();
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
            { title: m.trust_policy_col_long() },
          ]}
          rows={held()}
        />
      </div>
      <section className="stack-s">
        <h2>{m.public_privacy_not_title()}</h2>
        <p>{m.public_privacy_not()}</p>
      </section>
      <section className="stack-s">
        <h2>{m.trust_policy_free_title()}</h2>
        <p>{m.trust_policy_free()}</p>
      </section>
      <section className="stack-s">
        <h2>{m.trust_policy_own_title()}</h2>
        <p>{m.trust_policy_own()}</p>
        <p>
          <a href="/my/privacy" hrefLang="ja">
            {m.trust_policy_own_link()}
          </a>
        </p>
      </section>
      <section className="stack" id="periods">
        <h2>{m.trust_policy_keep_title()}</h2>
        {edition ? (
          <>
            <p>{m.trust_policy_keep_original()}</p>
            <p>
              <a href="/privacy#periods" hrefLang="ja">
                {m.trust_policy_keep_original_link()}
              </a>
            </p>
          </>
        ) : periods.length > 0 ? (
          <>
            <p>{m.trust_policy_keep_lead()}</p>
            <div className="wrapping-table">
              <DataTable
                caption={m.trust_policy_keep_caption()}
                captionHidden
                columns={[
                  { title: m.trust_policy_keep_what() },
                  { title: m.trust_policy_keep_until() },
                  { title: m.trust_policy_keep_then() },
                ]}
                rows={periods}
              />
            </div>
          </>
        ) : (
          <p>{m.trust_policy_keep_unknown()}</p>
        )}
        <p>{m.trust_policy_backup()}</p>
      </section>
      <section className="stack-s">
        <h2>{m.public_privacy_cookie_title()}</h2>
        <p>{m.public_privacy_cookie()}</p>
      </section>
    </div>
  );
}
