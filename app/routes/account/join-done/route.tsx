import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRegistered } from '~/auth/guards.server';
import { clearNote, openNote } from '~/auth/sealed-note.server';
import { groupCode } from '~/lib/code';
import { findEdition, type Edition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import { romajiOf } from '~/lib/romaji';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { useEdition } from '~/ui/use-edition';

const NOTE = 'join-note';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.account_done_title() }) },
];

function goingOnTo(to: unknown, edition: Edition | null): string {
  return samePlace(to, pathIn(edition, '/my'));
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { name, number, sessionHash } = await requireRegistered(request, context);
  const passphrase = openNote(request, context, { name: NOTE, sessionHash });
  const to = goingOnTo(new URL(request.url).searchParams.get('to'), edition);
  return {
    name: name ?? '',
    number: groupCode(number ?? ''),
    passphrase,
    to,
    languages: languagesAt('/join/done', to),
    address: context.origin + pathIn(edition, '/sign-in'),
  };
}

/** The paper is written: what was shown once is taken away. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const edition = findEdition(params);
  await requireRegistered(request, context);
  const form = await request.formData();
  const headers = new Headers();
  for (const path of Object.values(languagesAt('/join'))) {
    headers.append('Set-Cookie', clearNote(context, { name: NOTE, path }));
  }
  throw redirect(goingOnTo(form.get('to'), edition), { headers });
}

export default function JoinDone() {
  const { name, number, passphrase, to, address } = useLoaderData<typeof loader>();
  const isEnglish = useEdition() === 'en';
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.account_done_title()} lead={m.account_done_lead({ name })} />
      <Notice kind={passphrase ? 'care' : 'info'}>
        <p>{passphrase ? m.account_done_keep() : m.account_done_number_only()}</p>
      </Notice>
      <Card className="stack">
        <dl className="stack">
          <div>
            <dt className="field-label">{m.account_done_number()}</dt>
            <dd className="m-0 text-3xl font-bold tabular-nums">{number}</dd>
          </div>
          {passphrase ? (
            <div>
              <dt className="field-label">{m.account_done_passphrase()}</dt>
              <dd className="m-0 text-2xl font-bold">
                {passphrase.split(' ').map((word) => (
                  <span key={word} className="inline-block mr-4">
                    <span lang="ja">{word}</span>{' '}
                    {isEnglish ? (
                      <span className="small block font-normal">{romajiOf(word)}</span>
                    ) : null}
                  </span>
                ))}
              </dd>
            </div>
          ) : null}
          <div>
            <dt className="field-label">{m.account_done_where()}</dt>
            <dd className="m-0 break-all">{address}</dd>
          </div>
        </dl>
        {passphrase ? <p>{m.account_done_care()}</p> : null}
      </Card>
      <form method="post" className="row no-print">
        <input type="hidden" name="to" value={to} />
        <Button>{passphrase ? m.account_done_noted() : m.account_done_go_on()}</Button>
        <PrintButton />
      </form>
    </div>
  );
}
