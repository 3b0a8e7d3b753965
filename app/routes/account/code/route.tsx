import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { giveContinueCode } from '~/auth/continue-code.server';
import { requireLearner } from '~/auth/guards.server';
import { openNote, sealNote } from '~/auth/sealed-note.server';
import { tryKey } from '~/auth/try-key.server';
import { countTry } from '~/domain/operation/count-try.server';
import { formatDay, formatTime, jstDates, now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import { findEdition } from '~/lib/edition';
import { languagesAt, pathIn } from '~/lib/edition-path';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';
import { useEdition } from '~/ui/use-edition';

const PATH = '/my/code';
const NOTE = 'code-note';
const CODES_OF_LEARNER = 10;
const WINDOW_SECONDS = 60 * 60;
const DAY_MS = 24 * 60 * 60 * 1000;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.account_code_title() }) },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const edition = findEdition(params);
  const { registered, sessionHash } = await requireLearner(request, context);
  const note = openNote(request, context, { name: NOTE, sessionHash });
  const [code, until] = note?.split(' ') ?? [];
  return {
    registered,
    languages: languagesAt(PATH),
    address: context.origin + pathIn(edition, '/continue'),
    given: code && until ? { code: groupCode(code), until: formatDay(until, edition) } : null,
  };
}

/** Gives a new code and shows it once. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const here = pathIn(findEdition(params), PATH);
  const { registered, personId, sessionHash } = await requireLearner(request, context);
  if (registered) return redirect(here);
  const at = now();
  const key = tryKey(context, 'give continue code', personId);
  const limit = { key, limit: CODES_OF_LEARNER, windowSeconds: WINDOW_SECONDS, at };
  const counted = await context.store.tx((db) => countTry(db, limit));
  if (!counted.ok) return data({ retryAt: formatTime(counted.retryAt) }, 429);

  const { code, expiresAt } = await giveContinueCode(context, { personId, at });
  // The last whole day on which it holds.
  const until = jstDates(new Date(expiresAt.getTime() - DAY_MS)).day;
  const note = { sessionHash, text: `${code} ${until}` };
  const headers = new Headers();
  for (const path of Object.values(languagesAt(PATH))) {
    headers.append('Set-Cookie', sealNote(context, { name: NOTE, path }, note));
  }
  return redirect(here, { headers });
}

function GivenCode({ code, until, address }: { code: string; until: string; address: string }) {
  return (
    <Card as="section" className="stack">
      <h2>{m.account_code_yours()}</h2>
      <p className="text-5xl font-bold tracking-widest whitespace-nowrap tabular-nums">{code}</p>
      <dl className="facts">
        <dt>{m.account_code_where()}</dt>
        <dd className="break-all">{address}</dd>
        <dt>{m.account_code_until()}</dt>
        <dd>{m.account_code_until_day({ day: until })}</dd>
      </dl>
      <p>{m.account_code_what()}</p>
    </Card>
  );
}

function LeaveThisDevice() {
  const edition = useEdition();
  return (
    <form method="post" action={pathIn(edition, '/sign-out')} className="stack-s no-print">
      <h2>{m.account_leave_title()}</h2>
      <p>{m.account_leave_body()}</p>
      <Button kind="second" name="leave" value="yes">
        {m.account_leave_button()}
      </Button>
    </form>
  );
}

export default function ContinueCode() {
  const edition = useEdition();
  const { registered, given, address } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (registered) {
    return (
      <div className="wrap narrow stack-l">
        <PageHead title={m.account_code_title()} />
        <p>{m.account_code_registered()}</p>
        <p>
          <ButtonLink to={pathIn(edition, '/my')}>{m.account_code_to_my()}</ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className="wrap narrow stack-l">
      <PageHead title={m.account_code_title()} lead={m.account_code_lead()} />
      {refused ? (
        <Notice kind="error" role="alert">
          <p>{m.account_code_slow_down({ time: refused.retryAt })}</p>
        </Notice>
      ) : null}
      {given ? (
        <Notice kind="care">
          <p>{m.account_code_once()}</p>
        </Notice>
      ) : null}
      {given ? <GivenCode {...given} address={address} /> : null}
      <form method="post" className="stack-s no-print">
        <p className="small">{m.account_code_replaces()}</p>
        <p className="row">
          <Button kind={given ? 'second' : 'first'}>
            {given ? m.account_code_make_again() : m.account_code_make()}
          </Button>
          {given ? <PrintButton /> : null}
          <ButtonLink to={pathIn(edition, '/join')} kind="second">
            {m.account_code_to_join()}
          </ButtonLink>
        </p>
      </form>
      <LeaveThisDevice />
    </div>
  );
}
