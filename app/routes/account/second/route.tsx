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
import { requireRegistered } from '~/auth/guards.server';
import { placeAfterSignIn } from '~/auth/place-after-sign-in';
import { showSecondFactor, type ShownSecondFactor } from '~/auth/second-factor.server';
import { rotateSession } from '~/auth/session.server';
import { findSecondFactors } from '~/domain/entry/find-second-factors.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { findDemoCode } from '~/flows/demo/find-demo-code.server';
import { formatTime, now } from '~/lib/clock';
import { samePlace } from '~/lib/same-place';
import * as m from '~/paraglide/messages';
import { Button, ButtonLink } from '~/ui/button';
import { Field, PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { PageHead } from '~/ui/page-head';
import { PasskeyButton } from '~/ui/passkey-button';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.entry_second_title() }) },
];

const comingFrom = (request: Request) => new URL(request.url).searchParams.get('to');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visitor = await requireRegistered(request, context);
  const { personId, awaitsSecondFactor, secondFactorAt } = visitor;
  const to = comingFrom(request);
  const factors = await findSecondFactors(context.store.read, { personId });
  const hasFactor = factors.authenticatorSince !== null || factors.passkeys > 0;
  if (!hasFactor && !awaitsSecondFactor) throw redirect(placeAfterSignIn(visitor, to));
  const demoCode = context.demo
    ? await findDemoCode(context.store.read, { personId, at: now() })
    : null;
  return {
    to: to && samePlace(to),
    hasFactor,
    hasAuthenticator: factors.authenticatorSince !== null,
    hasPasskey: factors.passkeys > 0,
    isAgain: secondFactorAt !== null,
    demoCode,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { personId } = await requireRegistered(request, context);
  const schema = z.object({
    code: z.string({ error: () => m.entry_second_empty() }).max(100, {
      error: () => m.entry_second_wrong(),
    }),
  });
  const at = now();
  const form = await request.formData();
  if (context.demo && form.has('demo')) {
    // Not the one that stood in the page: that may have run out by the time somebody presses.
    form.set('code', (await findDemoCode(context.store.read, { personId, at })) ?? '');
  }
  const submission = parseWithZod(form, { schema });
  const again = (fieldErrors?: Record<string, string[]>, status = 400) =>
    data(submission.reply({ fieldErrors, hideFields: ['code'] }), status);
  if (submission.status !== 'success') return again();

  const shown = await showSecondFactor(context, { personId, typed: submission.value.code, at });
  if (!shown.ok) {
    return again({ code: [wordsFor(shown)] }, shown.reason === 'slow-down' ? 429 : 400);
  }
  if (shown.by === 'recovery-code') {
    const action = 'recovery-code.use';
    const about = { actorId: personId, subjectKind: 'person', subjectId: personId };
    await context.store.tx((db) => recordAudit(db, { at, action, ...about }));
  }
  const rotated = await rotateSession(request, context, { secondFactorAt: at });
  if (!rotated) throw redirect('/sign-in');
  const place = placeAfterSignIn(rotated, comingFrom(request));
  const security = `/my/security?to=${encodeURIComponent(place)}`;
  const headers = { 'Set-Cookie': rotated.setCookie };
  return redirect(shown.by === 'recovery-code' ? security : place, { headers });
}

function wordsFor(shown: Extract<ShownSecondFactor, { ok: false }>): string {
  if (shown.reason === 'wrong') return m.entry_second_wrong();
  if (shown.reason === 'used') return m.entry_second_used();
  return m.entry_second_slow_down({ time: formatTime(shown.retryAt) });
}

function ToSetUp({ search }: { search: string }) {
  return (
    <Notice kind="care" title={m.entry_second_none_title()}>
      <p>{m.entry_second_none_body()}</p>
      <p>
        <ButtonLink to={`/my/security/authenticator${search}`}>
          {m.entry_second_none_button()}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function DemoCode({ code, search }: { code: string; search: string }) {
  return (
    <section className="stack-s" aria-labelledby="demo">
      <h2 id="demo">{m.entry_second_demo_title()}</h2>
      <p>{m.entry_second_demo_body()}</p>
      <form method="post" action={`/sign-in/second${search}`} data-enhance="send-once">
        <input type="hidden" name="demo" value="on" />
        <Button>{m.entry_second_demo_button({ code })}</Button>
      </form>
    </section>
  );
}

export default function SecondFactor() {
  const { to, hasFactor, hasAuthenticator, hasPasskey, isAgain, demoCode } =
    useLoaderData<typeof loader>();
  const search = to ? `?to=${encodeURIComponent(to)}` : '';
  const [form, fields] = useForm<{ code: string }>({
    id: 'second',
    lastResult: useActionData<typeof action>(),
  });
  return (
    <div className="wrap narrow stack-l">
      <PageHead
        title={m.entry_second_title()}
        lead={isAgain ? m.entry_second_again_lead() : m.entry_second_lead()}
      />
      {hasPasskey ? (
        <PasskeyButton use="second" to={to} kind="first" label={m.passkeys_second()} />
      ) : null}
      {hasFactor ? (
        <PostForm
          form={form}
          className="stack"
          action={`/sign-in/second${search}`}
          kept=""
          data-enhance="send-once"
        >
          <Field
            meta={fields.code}
            label={m.entry_second_code()}
            hint={
              hasAuthenticator ? m.entry_second_code_hint() : m.entry_second_code_hint_recovery()
            }
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button kind={demoCode ? 'second' : 'first'}>{m.entry_second_button()}</Button>
        </PostForm>
      ) : (
        <ToSetUp search={search} />
      )}
      {hasFactor && demoCode ? <DemoCode code={demoCode} search={search} /> : null}
      <section className="stack-s">
        <p>{m.entry_second_learn()}</p>
        <p>
          <ButtonLink to="/my" kind="second">
            {m.entry_second_to_my()}
          </ButtonLink>
        </p>
        {hasFactor ? <p className="small">{m.entry_second_lost()}</p> : null}
      </section>
    </div>
  );
}
