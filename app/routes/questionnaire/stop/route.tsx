import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { stopFollowUps } from '~/flows/stop-follow-ups.server';
import { now } from '~/lib/clock';
import { findEdition } from '~/lib/edition';
import { languagesAt } from '~/lib/edition-path';
import { followUpPath } from '~/lib/follow-up-path';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { useEdition } from '~/ui/use-edition';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.questionnaire_stop_title() }) },
];

/** Looking stops nothing: mail programs open links to see what is behind them. Whether a link is known is not told. */
export function loader({ params }: LoaderFunctionArgs) {
  findEdition(params);
  const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' };
  const token = params.token!;
  return data({ token, languages: languagesAt(followUpPath(null, token, 'stop')) }, { headers });
}

/** From the button, or from a mail program on her behalf (RFC 8058). For a link that is gone no mail comes either. */
export async function action({ params, context }: ActionFunctionArgs) {
  findEdition(params);
  await stopFollowUps(context.store, { token: params.token!, at: now() });
  return data({ stopped: true });
}

export default function StopPage() {
  const edition = useEdition();
  const { token } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done?.stopped) {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.questionnaire_stopped_title()} />
        <Notice kind="done" role="status">
          <p>{m.questionnaire_stopped()}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.questionnaire_stop_title()} lead={m.questionnaire_stop_lead()} />
      <form method="post" action={followUpPath(edition, token, 'stop')}>
        <Button>{m.questionnaire_stop_button()}</Button>
      </form>
    </div>
  );
}
