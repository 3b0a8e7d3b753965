import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireRole } from '~/auth/guards.server';
import { NAMES_ROLES } from '~/auth/policies/person';
import { clearNote, openNote, sealNote } from '~/auth/sealed-note.server';
import { findPersonWithin } from '~/domain/people/find-person-within.server';
import { holdsRole } from '~/domain/people/holds-role.server';
import { giveNewPassphrase } from '~/flows/give-new-passphrase.server';
import { openTendingDesk, requirePurpose } from '~/flows/people-desk.server';
import { now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';

const NOTE = { name: 'new-passphrase', path: '/office' };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.people_passphrase_title() }) },
];

async function open({ params, request, context }: LoaderFunctionArgs) {
  const { read } = context.store;
  const visitor = await requireRole(request, context, ...NAMES_ROLES);
  const desk = await openTendingDesk({ code: params.code!, visitor, context });
  requirePurpose(request, { desk, visitor, context });
  const { within } = desk;
  const person = await findPersonWithin(read, { id: params.id!, within, enrolledOnly: true });
  const isStaff = person && (await holdsRole(read, { personIds: [person.id], at: now() }));
  if (!person || isStaff) throw new Response(null, { status: 404 });
  return { visitor, desk, person, back: `${desk.path}/people/${person.id}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { visitor, desk, person, back } = await open(args);
  const { sessionHash } = visitor;
  const [personId, passphrase] =
    openNote(request, context, { name: NOTE.name, sessionHash })?.split('\n') ?? [];
  return data(
    {
      back,
      areaName: desk.areaName,
      people: `${desk.path}/people`,
      name: person.name ?? '',
      number: groupCode(person.number ?? ''),
      passphrase: personId === person.id ? (passphrase ?? null) : null,
      address: `${context.origin}/sign-in`,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** Makes it and shows it once; or, when it is handed over, takes it away from the screen. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { visitor, person, back } = await open(args);
  const form = await request.formData();
  if (form.get('step') === 'handed') {
    return redirect(back, { status: 303, headers: { 'Set-Cookie': clearNote(context, NOTE) } });
  }
  const given = { person, by: visitor.personId, at: now() };
  const { passphrase } = await giveNewPassphrase(context, given);
  const { sessionHash } = visitor;
  const note = { sessionHash, text: `${person.id}\n${passphrase}` };
  return redirect(`${back}/passphrase`, {
    status: 303,
    headers: { 'Set-Cookie': sealNote(context, NOTE, note) },
  });
}

export default function NewPassphrase() {
  const { back, areaName, people, name, number, passphrase, address } =
    useLoaderData<typeof loader>();
  const title = m.people_passphrase_title();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={title}
        crumbs={[
          { title: m.people_title({ area: areaName }), to: people },
          { title: name, to: back },
          { title },
        ]}
      />
      <Notice kind={passphrase ? 'care' : 'warm'}>
        <p>{passphrase ? m.people_passphrase_once() : m.people_passphrase_lead({ name })}</p>
      </Notice>
      {passphrase ? (
        <Paper name={name} number={number} passphrase={passphrase} address={address} />
      ) : null}
      <form method="post" className="row no-print">
        <input type="hidden" name="step" value={passphrase ? 'handed' : 'make'} />
        <Button>{passphrase ? m.people_passphrase_handed() : m.people_passphrase_make()}</Button>
        {passphrase ? (
          <PrintButton />
        ) : (
          <ButtonLink to={back} kind="quiet">
            {m.people_back_to_person()}
          </ButtonLink>
        )}
      </form>
    </div>
  );
}

type PaperProps = { name: string; number: string; passphrase: string; address: string };

function Paper({ name, number, passphrase, address }: PaperProps) {
  return (
    <Card>
      <dl className="stack">
        <div>
          <dt className="field-label">{m.people_col_name()}</dt>
          <dd className="m-0">{m.people_person_of({ name })}</dd>
        </div>
        <div>
          <dt className="field-label">{m.people_col_number()}</dt>
          <dd className="m-0 text-3xl font-bold tabular-nums">{number}</dd>
        </div>
        <div>
          <dt className="field-label">{m.people_passphrase_word()}</dt>
          <dd className="m-0 text-2xl font-bold">{passphrase}</dd>
        </div>
        <div>
          <dt className="field-label">{m.people_passphrase_where()}</dt>
          <dd className="m-0 break-all">{address}</dd>
        </div>
      </dl>
    </Card>
  );
}
