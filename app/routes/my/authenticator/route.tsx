import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireFresh } from '~/auth/guards.server';
import { clearNote, openNote, sealNote } from '~/auth/sealed-note.server';
import { newTotpSecret, otpauthUri } from '~/auth/totp';
import { findSecondFactors } from '~/domain/entry/find-second-factors.server';
import { isDemoAccount } from '~/flows/demo/is-demo-account.server';
import { setUpAuthenticator } from '~/flows/set-up-authenticator.server';
import { now } from '~/lib/clock';
import { groupCode } from '~/lib/code';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { QrCode } from '~/ui/qr-code';

const NOTE = { name: 'authenticator-note', path: '/my/security' };
const RECOVERY_NOTE = { name: 'recovery-note', path: '/my/security' };

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.entry_app_title() }) }];

const comingFrom = (request: Request) => new URL(request.url).searchParams.get('to');

/** The secret stays the same while the page is open, in a note that only this login can use. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireFresh(request, context, now());
  const { personId, number, sessionHash } = visitor;
  if (await isDemoAccount(context.store.read, { personId })) throw redirect('/my/security');
  const to = comingFrom(request);
  const noted = openNote(request, context, { name: NOTE.name, sessionHash });
  const secret = noted ?? newTotpSecret();
  const { authenticatorSince } = await findSecondFactors(context.store.read, { personId });
  const uri = otpauthUri({ issuer: m.common_brand(), label: number ?? '', secret });
  const shown = { to: to && samePlace(to), secret, uri, replaces: authenticatorSince !== null };
  if (noted) return data(shown);
  const headers = { 'Set-Cookie': sealNote(context, NOTE, { sessionHash, text: secret }) };
  return data(shown, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const at = now();
  const { personId, sessionHash } = await requireFresh(request, context, at);
  if (await isDemoAccount(context.store.read, { personId })) throw redirect('/my/security');
  const schema = z.object({
    code: z.string({ error: () => m.entry_second_empty() }).max(100, {
      error: () => m.entry_app_wrong(),
    }),
  });
  const submission = parseWithZod(await request.formData(), { schema });
  const again = (fieldErrors?: Record<string, string[]>) =>
    data(submission.reply({ fieldErrors, hideFields: ['code'] }), 400);
  const secret = openNote(request, context, { name: NOTE.name, sessionHash });
  if (!secret) return again({ code: [m.entry_app_gone()] });
  if (submission.status !== 'success') return again();

  const typed = submission.value.code;
  const done = await setUpAuthenticator(context, request, { personId, secret, typed, at });
  if (!done.ok) return again({ code: [m.entry_app_wrong()] });
  const note = { sessionHash: done.session.sessionHash, text: done.recoveryCodes.join(' ') };
  const headers = new Headers({ 'Set-Cookie': done.session.setCookie });
  headers.append('Set-Cookie', clearNote(context, NOTE));
  headers.append('Set-Cookie', sealNote(context, RECOVERY_NOTE, note));
  const to = comingFrom(request);
  const search = to ? `?to=${encodeURIComponent(samePlace(to))}` : '';
  return redirect(`/my/security/recovery-codes${search}`, { headers });
}

export default function Authenticator() {
  const { to, secret, uri, replaces } = useLoaderData<typeof loader>();
  const search = to ? `?to=${encodeURIComponent(to)}` : '';
  const [form, fields] = useForm<{ code: string }>({
    id: 'authenticator',
    lastResult: useActionData<typeof action>(),
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.entry_app_title()}
        lead={m.entry_app_lead()}
        crumbs={[
          { title: m.entry_security_title(), to: '/my/security' },
          { title: m.entry_app_title() },
        ]}
      />
      {replaces ? (
        <Notice>
          <p>{m.entry_app_replaces()}</p>
        </Notice>
      ) : null}
      <section className="stack-s">
        <h2>{m.entry_app_step_app()}</h2>
        <p>{m.entry_app_step_app_body()}</p>
      </section>
      <section className="stack-s">
        <h2>{m.entry_app_step_scan()}</h2>
        <Card>
          <QrCode text={uri} label={m.entry_app_qr()} />
          <dl>
            <dt className="field-label">{m.entry_app_text()}</dt>
            <dd className="m-0">
              <code id="secret">{groupCode(secret).replaceAll('-', ' ')}</code>
            </dd>
          </dl>
          <p className="small">{m.entry_app_text_hint()}</p>
        </Card>
      </section>
      <section className="stack-s">
        <h2>{m.entry_app_step_code()}</h2>
        <PostForm
          form={form}
          className="stack"
          action={`/my/security/authenticator${search}`}
          kept=""
          data-enhance="send-once"
        >
          <Field
            meta={fields.code}
            label={m.entry_app_code()}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <Button>{m.entry_app_button()}</Button>
        </PostForm>
      </section>
    </div>
  );
}
