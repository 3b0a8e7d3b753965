import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findLatestMails } from '~/domain/mail/find-latest-mails.server';
import { formatDay, formatTime, jstDates } from '~/lib/clock';
import * as m from '~/paraglide/messages';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';

const SHOWN = 20;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.letters_mailbox_title() }) },
];

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

/** Only where everybody is a demo person and no mail leaves: what is in it lets its reader in. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.demo || context.mail !== 'mailbox') throw new Response(null, { status: 404 });
  const mails = await findLatestMails(context.store.read, { limit: SHOWN });
  const shown = mails.map(({ id, toAddress, subject, body, createdAt }) => ({
    id,
    to: toAddress,
    subject,
    at: `${formatDay(jstDates(createdAt).day)} ${formatTime(createdAt)}`,
    lines: body.split('\n').map((text) => ({ text, path: pathOf(text, context.origin) })),
  }));
  return shown;
}

/** Where a line that is nothing but a link of ours leads. */
function pathOf(line: string, origin: string): string | null {
  return line.startsWith(`${origin}/`) && !/\s/.test(line) ? line.slice(origin.length) : null;
}

export default function Mailbox() {
  const mails = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.letters_mailbox_title()} />
      <Notice kind="care">
        <p>{m.letters_mailbox_lead({ count: String(SHOWN) })}</p>
      </Notice>
      {mails.length === 0 ? <p>{m.letters_mailbox_empty()}</p> : null}
      {mails.map(({ id, to, subject, at, lines }) => (
        <Card as="section" key={id} className="stack-s">
          <h2 className="break-words">{subject}</h2>
          <dl className="facts">
            <dt>{m.letters_mailbox_to()}</dt>
            <dd className="break-all">{to}</dd>
            <dt>{m.letters_mailbox_at()}</dt>
            <dd>{at}</dd>
          </dl>
          <p className="break-all">
            {lines.map(({ text, path }, i) => (
              <span key={i}>
                {path ? <a href={path}>{text}</a> : text}
                <br />
              </span>
            ))}
          </p>
        </Card>
      ))}
    </div>
  );
}
