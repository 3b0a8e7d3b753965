import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireFresh, requireRegistered } from '~/auth/guards.server';
import { giveRecoveryCodes } from '~/auth/recovery-codes.server';
import { clearNote, openNote, sealNote } from '~/auth/sealed-note.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findSecondFactors } from '~/domain/entry/find-second-factors.server';
import { now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PrintButton } from '~/ui/print-button';

const NOTE = { name: 'recovery-note', path: '/my/security' };
const HERE = '/my/security/recovery-codes';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.entry_recovery_title() }) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { personId, sessionHash } = await requireRegistered(request, context);
  const note = openNote(request, context, { name: NOTE.name, sessionHash });
  const factors = await findSecondFactors(context.store.read, { personId });
  return {
    codes: note ? note.split(' ').map(groupCode) : null,
    hasFactor: factors.authenticatorSince !== null || factors.passkeys > 0,
    left: factors.recoveryCodesLeft,
    to: samePlace(new URL(request.url).searchParams.get('to'), '/my/security'),
  };
}

/** Makes new ones, or takes away what was shown once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const to = samePlace(form.get('to'), '/my/security');
  if (form.get('intent') === 'noted') {
    await requireRegistered(request, context);
    return redirect(to, { headers: { 'Set-Cookie': clearNote(context, NOTE) } });
  }
  const at = now();
  const { personId, sessionHash } = await requireFresh(request, context, at);
  const factors = await findSecondFactors(context.store.read, { personId });
  if (!factors.authenticatorSince && factors.passkeys === 0) return redirect(HERE);
  const codes = await context.store.tx(async (db) => {
    const about = { subjectKind: 'person', subjectId: personId };
    await recordAudit(db, { at, actorId: personId, action: 'recovery-codes.make', ...about });
    return giveRecoveryCodes(context, db, { personId, at });
  });
  const note = sealNote(context, NOTE, { sessionHash, text: codes.join(' ') });
  return redirect(`${HERE}?to=${encodeURIComponent(to)}`, { headers: { 'Set-Cookie': note } });
}

function Codes({ codes, to }: { codes: string[]; to: string }) {
  return (
    <>
      <Notice kind="care">
        <p>{m.entry_recovery_once()}</p>
      </Notice>
      <Card className="stack">
        <h2>{m.entry_recovery_list()}</h2>
        <ul className="m-0 p-0 list-none grid sm:grid-cols-2 gap-2">
          {codes.map((code) => (
            <li key={code}>
              <span className="code-text">{code}</span>
            </li>
          ))}
        </ul>
        <div className="stack-s no-print">
          <label className="field-label" htmlFor="codes-to-copy">
            {m.entry_recovery_copy()}
          </label>
          <textarea
            id="codes-to-copy"
            className="input"
            readOnly
            rows={5}
            defaultValue={codes.join('\n')}
          />
        </div>
      </Card>
      <form method="post" action={HERE} className="row no-print">
        <input type="hidden" name="intent" value="noted" />
        <input type="hidden" name="to" value={to} />
        <Button>{m.entry_recovery_noted()}</Button>
        <PrintButton />
      </form>
    </>
  );
}

function Make({ left, hasFactor }: { left: number; hasFactor: boolean }) {
  return (
    <>
      <p>{left > 0 ? m.entry_recovery_left({ count: left }) : m.entry_recovery_none()}</p>
      {hasFactor ? (
        <form method="post" action={HERE} className="stack-s">
          {left > 0 ? <p>{m.entry_recovery_replaces()}</p> : null}
          <div className="row">
            <Button>{left > 0 ? m.entry_recovery_make_again() : m.entry_recovery_make()}</Button>
            <ButtonLink to="/my/security" kind="second">
              {m.entry_recovery_back()}
            </ButtonLink>
          </div>
        </form>
      ) : (
        <p>{m.entry_recovery_no_factor()}</p>
      )}
    </>
  );
}

export default function RecoveryCodes() {
  const { codes, hasFactor, left, to } = useLoaderData<typeof loader>();
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.entry_recovery_title()}
        lead={m.entry_recovery_lead()}
        crumbs={[
          { title: m.entry_security_title(), to: '/my/security' },
          { title: m.entry_recovery_title() },
        ]}
      />
      {codes ? <Codes codes={codes} to={to} /> : <Make left={left} hasFactor={hasFactor} />}
    </div>
  );
}
